package dev.pennant.core.report;

import dev.pennant.core.Quotation;
import dev.pennant.core.filing.Rejection;
import dev.pennant.core.filing.Rejection.Reason;
import dev.pennant.core.filing.TextRules;
import dev.pennant.core.filing.Verdict;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which registrations of units below the township can be taken. A code begins with its parent's, as those of the statistical offices do (统计用区划代码),
 * so no unit can come to be a part of itself.
 */
public final class UnitRules implements Serializable {
    private static final long serialVersionUID = 1L;

    private final UpperUnits upper;

    /** @param upper the units of the catalogue */
    public UnitRules(UpperUnits upper) {
        this.upper = upper;
    }

    /** Checks a registration. */
    public Verdict<UnitRegistration> judge(UnitForm form) {
        List<Rejection> faults = faultsOfCode(form.code());
        TextRules.checkText("name", form.name(), faults);
        Optional<LowerKind> kind = LowerKind.of(form.kind());
        if (kind.isEmpty()) {
            faults.add(new Rejection(
                    Reason.UNKNOWN_KIND,
                    "kind",
                    Quotation.of(form.kind()) + " is not a kind below the township; there are "
                            + String.join(", ", LowerKind.ids())));
        }
        boolean within = form.code().startsWith(form.parent())
                && form.code().length() > form.parent().length();
        boolean known = upper.isTownship(form.parent()) || upper.isBelowTownship(form.parent());
        if (!within || !known) {
            faults.add(new Rejection(
                    Reason.BAD_PARENT,
                    "parent",
                    Quotation.of(form.parent()) + " is not the township, or a unit in it, that the code begins with"));
        }
        return faults.isEmpty()
                ? new Verdict.Accepted<>(new UnitRegistration(
                        form.code(), form.name(), kind.orElseThrow(), form.parent(), form.synthetic()))
                : new Verdict.Rejected<>(faults);
    }

    /** What is wrong with the code of a unit below the township; nothing when it can be taken. */
    public List<Rejection> faultsOfCode(String code) {
        List<Rejection> faults = new ArrayList<>();
        TextRules.checkId("code", code, faults);
        if (!upper.isBelowTownship(code)) {
            faults.add(new Rejection(
                    Reason.UNKNOWN_UNIT,
                    "code",
                    Quotation.of(code)
                            + " does not begin with the nine digits of a township of the catalogue and go on;"
                            + " the units above stand in the catalogue"));
        }
        return faults;
    }
}
