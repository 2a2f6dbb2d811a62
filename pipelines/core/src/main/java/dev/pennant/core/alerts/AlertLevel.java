package dev.pennant.core.alerts;

/** How grave an alert is, in the four colours of Chinese early warning (蓝、黄、橙、红), the gravest last. */
public enum AlertLevel {
    BLUE("blue", "蓝"),
    YELLOW("yellow", "黄"),
    ORANGE("orange", "橙"),
    RED("red", "红");

    private final String id;
    private final String title;

    AlertLevel(String id, String title) {
        this.id = id;
        this.title = title;
    }

    /** The contract's spelling. */
    public String id() {
        return id;
    }

    /** As people read it: 蓝. */
    public String title() {
        return title;
    }
}
