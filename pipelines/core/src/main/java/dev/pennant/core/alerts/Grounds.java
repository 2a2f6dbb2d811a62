package dev.pennant.core.alerts;

import java.util.Optional;

/** All that a rule may look at to judge a unit and period. */
interface Grounds {
    /** The figure that is judged. */
    Figure figure();

    /** The figure of the unit so many periods earlier; 0 is the one that is judged. */
    Optional<Figure> earlier(int periods);

    /** The figure of the unit's region in the same period. */
    Optional<Figure> of(Region region);
}
