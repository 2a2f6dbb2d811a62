package dev.pennant.core.alerts;

import java.math.BigDecimal;
import java.util.Optional;

/** What of a figure a rule looks at. */
public enum Reading {
    /** The value of an indicator, or the score in a competition. */
    VALUE {
        @Override
        Optional<BigDecimal> of(Figure figure) {
            return figure.value();
        }
    },
    /** The growth as published. */
    GROWTH {
        @Override
        Optional<BigDecimal> of(Figure figure) {
            return figure.growth();
        }
    },
    /** The rank in a competition. */
    RANK {
        @Override
        Optional<BigDecimal> of(Figure figure) {
            return figure.placing().map(placing -> BigDecimal.valueOf(placing.rank()));
        }
    };

    abstract Optional<BigDecimal> of(Figure figure);
}
