package dev.pennant.deadletters;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Which of the dead letters that wait are sent again.
 *
 * @param topic those of one topic, or of all
 * @param reason those of one reason, spelled as in the view {@code dead_letters}, or of all
 */
public record Selection(Optional<String> topic, Optional<String> reason) {
    /** True of each of them, as SQL with {@link #parameters}. */
    static final String CONDITION = "replayed_at IS NULL"
            + " AND ({selected_topic:String} = '' OR topic = {selected_topic:String})"
            + " AND ({selected_reason:String} = '' OR reason = {selected_reason:String})";

    /** The parameters of {@link #CONDITION}, in a map to which others may be added. */
    Map<String, String> parameters() {
        Map<String, String> parameters = new HashMap<>();
        parameters.put("param_selected_topic", topic.orElse(""));
        parameters.put("param_selected_reason", reason.orElse(""));
        return parameters;
    }
}
