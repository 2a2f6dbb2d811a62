package dev.pennant.season;

/** Choices of unequal weight, drawn by their place. */
final class Shares {
    private final double[] through;

    private Shares(double[] weights) {
        through = new double[weights.length];
        double sum = 0;
        for (int place = 0; place < weights.length; place++) {
            sum += weights[place];
            through[place] = sum;
        }
    }

    /** So many choices in proportion to their weights. */
    static Shares of(double... weights) {
        return new Shares(weights);
    }

    /** So many choices, the second half as frequent as the first, the third a third, and so on. */
    static Shares falling(int choices) {
        double[] weights = new double[choices];
        for (int place = 0; place < choices; place++) {
            weights[place] = 1.0 / (place + 1);
        }
        return new Shares(weights);
    }

    /** The place of one of the choices. */
    int draw(Draw draw) {
        double mark = draw.uniform() * through[through.length - 1];
        int place = 0;
        while (place < through.length - 1 && mark >= through[place]) {
            place++;
        }
        return place;
    }
}
