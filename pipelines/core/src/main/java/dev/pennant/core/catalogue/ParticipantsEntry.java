package dev.pennant.core.catalogue;

import dev.pennant.core.report.LowerKind;
import dev.pennant.core.standings.CompetitionUnit;
import dev.pennant.core.standings.Participants;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Reads who takes part in a competition: all units of some kinds within a place, and units that only the competition knows, which take part in place of
 * their members.
 */
final class ParticipantsEntry {
    private static final List<String> UPPER_KINDS =
            List.of(Unit.Kind.COUNTY.id(), Unit.Kind.SUBDISTRICT.id(), Unit.Kind.TOWN.id(), Unit.Kind.TOWNSHIP.id());

    private final Units units;

    private ParticipantsEntry(Units units) {
        this.units = units;
    }

    static Optional<Participants> read(YamlMapping entry, Units units, List<CatalogueProblem> problems) {
        return new ParticipantsEntry(units).read(entry, problems);
    }

    private Optional<Participants> read(YamlMapping entry, List<CatalogueProblem> problems) {
        int problemsBefore = problems.size();
        List<String> kinds = entry.values("kinds", ParticipantsEntry::kind);
        Optional<String> within = entry.value("within", this::place);
        List<CompetitionUnit> joint = new ArrayList<>();
        boolean unclear = problems.size() > problemsBefore;
        Predicate<Unit> takesPart = unit ->
                unclear || (kinds.contains(unit.kind().id()) && unit.code().startsWith(within.orElseThrow()));
        if (entry.has("joint")) {
            for (YamlMapping unit : entry.mappings("joint")) {
                joint(unit, takesPart, joint, problems).ifPresent(joint::add);
            }
        }
        entry.nothingElse();
        if (problems.size() == problemsBefore
                && UPPER_KINDS.containsAll(kinds)
                && units.all().stream().noneMatch(takesPart)) {
            entry.problem(entry.line("kinds"), "nobody takes part: there is no such unit within " + within.get());
        }
        if (problems.size() > problemsBefore) {
            return Optional.empty();
        }
        Set<LowerKind> lower = EnumSet.noneOf(LowerKind.class);
        kinds.forEach(kind -> LowerKind.of(kind).ifPresent(lower::add));
        List<CompetitionUnit> named = new ArrayList<>(joint);
        units.all().stream().filter(takesPart).forEach(unit -> named.addAll(alone(unit, joint)));
        named.sort(Comparator.comparing(CompetitionUnit::code));
        Map<String, String> counties = units.all().stream()
                .filter(unit -> unit.kind() == Unit.Kind.COUNTY)
                .collect(Collectors.toMap(Unit::code, Unit::name, (one, same) -> one, TreeMap::new));
        return Optional.of(new Participants(List.copyOf(named), lower, within.orElseThrow(), counties));
    }

    private Optional<CompetitionUnit> joint(
            YamlMapping entry,
            Predicate<Unit> takesPart,
            List<CompetitionUnit> before,
            List<CatalogueProblem> problems) {
        int problemsBefore = problems.size();
        Optional<String> code = entry.value("code", this::codeOfItsOwn);
        Optional<String> name = entry.text("name");
        List<String> members = entry.values("members", this::township);
        Optional<YearMonth> from = month(entry, "from");
        Optional<YearMonth> to = month(entry, "to");
        entry.nothingElse();
        Set<String> known = new HashSet<>();
        for (String member : members) {
            if (!known.add(member)) {
                entry.problem(entry.line("members"), member + " is a member twice");
            }
            if (units.withCode(member).filter(takesPart).isEmpty()) {
                entry.problem(
                        entry.line("members"), member + " would not take part for itself: see 'kinds' and 'within'");
            }
        }
        if (from.isPresent() && to.isPresent() && to.get().isBefore(from.get())) {
            entry.problem(entry.line("to"), "'to' is before 'from'");
        }
        if (problems.size() > problemsBefore) {
            return Optional.empty();
        }
        CompetitionUnit unit = new CompetitionUnit(
                code.orElseThrow(),
                name.orElseThrow(),
                countyOf(members.get(0)),
                members,
                from.orElse(null),
                to.orElse(null));
        for (CompetitionUnit other : before) {
            if (other.meets(unit)) {
                members.stream()
                        .filter(other.members()::contains)
                        .forEach(member -> entry.problem(
                                entry.line("members"), member + " belongs to '" + other.name() + "' at the same time"));
                if (other.code().equals(unit.code())) {
                    entry.problem(entry.line("code"), "'" + unit.code() + "' takes part at the same time above");
                }
            }
        }
        return Optional.of(unit);
    }

    /** A place as it takes part for itself: in all months in which it is no member of a joint unit. */
    private List<CompetitionUnit> alone(Unit unit, List<CompetitionUnit> joint) {
        List<CompetitionUnit> within = joint.stream()
                .filter(other -> other.members().contains(unit.code()))
                .sorted(Comparator.comparing(CompetitionUnit::from, Comparator.nullsFirst(Comparator.naturalOrder())))
                .toList();
        List<CompetitionUnit> alone = new ArrayList<>();
        YearMonth from = null;
        boolean ended = false;
        for (CompetitionUnit other : within) {
            if (other.from() != null) {
                alone.add(alone(unit, from, other.from().minusMonths(1)));
            }
            ended = other.to() == null;
            from = ended ? null : other.to().plusMonths(1);
        }
        if (!ended) {
            alone.add(alone(unit, from, null));
        }
        return alone;
    }

    private CompetitionUnit alone(Unit unit, YearMonth from, YearMonth to) {
        return new CompetitionUnit(unit.code(), unit.name(), countyOf(unit.code()), List.of(unit.code()), from, to);
    }

    private String countyOf(String code) {
        Optional<Unit> unit = units.withCode(code);
        return unit.filter(place -> place.kind() == Unit.Kind.COUNTY)
                .or(() -> unit.flatMap(Unit::parent).flatMap(units::withCode))
                .map(Unit::name)
                .orElse("");
    }

    private String place(String code) {
        return units.withCode(code)
                .map(Unit::code)
                .orElseThrow(
                        () -> new IllegalArgumentException("there is no such place in units.csv or prefectures.csv"));
    }

    private String township(String code) {
        if (!units.isTownship(code)) {
            throw new IllegalArgumentException("there is no such township in units.csv");
        }
        return code;
    }

    private String codeOfItsOwn(String code) {
        if (!code.matches("[0-9A-Za-z-]{4,64}") || units.withCode(code).isPresent()) {
            throw new IllegalArgumentException(
                    "a code of 4 to 64 letters, digits and hyphens is expected that no place of the catalogue has");
        }
        return code;
    }

    private static Optional<YearMonth> month(YamlMapping entry, String key) {
        return entry.has(key) ? entry.value(key, ParticipantsEntry::month) : Optional.empty();
    }

    private static YearMonth month(String text) {
        try {
            return YearMonth.parse(text);
        } catch (DateTimeException noMonth) {
            throw new IllegalArgumentException("a month like 2020-01 is expected", noMonth);
        }
    }

    private static String kind(String text) {
        if (!UPPER_KINDS.contains(text) && LowerKind.of(text).isEmpty()) {
            throw new IllegalArgumentException("it has to be one of " + String.join(", ", UPPER_KINDS) + ", "
                    + String.join(", ", LowerKind.ids()));
        }
        return text;
    }
}
