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
import java.util.stream.Collectors;

/**
 * Reads who takes part in a competition: all units of some kinds within a place, or the places of a list, and units that only the competition knows, which
 * take part in place of their members.
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
        boolean isListed = entry.has("list");
        List<String> kinds = isListed ? List.of() : entry.values("kinds", ParticipantsEntry::kind);
        String within = isListed ? "" : entry.value("within", this::place).orElse("");
        List<CompetitionUnit> places = isListed ? listed(entry, problems) : places(kinds, within);
        boolean unclear = problems.size() > problemsBefore;
        List<CompetitionUnit> joint = new ArrayList<>();
        if (entry.has("joint")) {
            for (YamlMapping unit : entry.mappings("joint")) {
                joint(unit, problems).ifPresent(read -> {
                    if (!unclear) {
                        checkMembers(unit, read, places, isListed ? "'list'" : "'kinds' and 'within'");
                    }
                    checkAmong(joint, unit, read);
                    joint.add(read);
                });
            }
        }
        entry.nothingElse();
        if (problems.size() == problemsBefore && UPPER_KINDS.containsAll(kinds) && places.isEmpty()) {
            entry.problem(entry.line("kinds"), "nobody takes part: there is no such unit within " + within);
        }
        if (problems.size() > problemsBefore) {
            return Optional.empty();
        }
        Set<LowerKind> lower = EnumSet.noneOf(LowerKind.class);
        kinds.forEach(kind -> LowerKind.of(kind).ifPresent(lower::add));
        List<CompetitionUnit> named = new ArrayList<>(joint);
        places.forEach(place -> named.addAll(place.without(withMember(place.code(), joint))));
        named.sort(Comparator.comparing(CompetitionUnit::code));
        Map<String, String> counties = units.all().stream()
                .filter(unit -> unit.kind() == Unit.Kind.COUNTY)
                .collect(Collectors.toMap(Unit::code, Unit::name, (one, same) -> one, TreeMap::new));
        return Optional.of(new Participants(List.copyOf(named), lower, within, counties));
    }

    private List<CompetitionUnit> places(List<String> kinds, String within) {
        return units.all().stream()
                .filter(unit -> kinds.contains(unit.kind().id()) && unit.code().startsWith(within))
                .map(unit -> CompetitionUnit.of(unit.code(), unit.name(), countyOf(unit.code())))
                .toList();
    }

    private List<CompetitionUnit> listed(YamlMapping entry, List<CatalogueProblem> problems) {
        List<CompetitionUnit> listed = new ArrayList<>();
        for (YamlMapping item : entry.mappings("list")) {
            int problemsBefore = problems.size();
            Optional<Unit> place = item.value("code", this::upperPlace);
            Optional<YearMonth> from = month(item, "from");
            Optional<YearMonth> to = lastMonth(item, from);
            item.nothingElse();
            if (problems.size() == problemsBefore) {
                CompetitionUnit unit = unit(
                        place.orElseThrow().code(),
                        place.orElseThrow().name(),
                        List.of(place.orElseThrow().code()),
                        from,
                        to);
                checkOnce(listed, item, unit);
                listed.add(unit);
            }
        }
        return listed;
    }

    private Optional<CompetitionUnit> joint(YamlMapping entry, List<CatalogueProblem> problems) {
        int problemsBefore = problems.size();
        Optional<String> code = entry.value("code", this::codeOfItsOwn);
        Optional<String> name = entry.text("name");
        List<String> members = entry.values("members", this::township);
        Optional<YearMonth> from = month(entry, "from");
        Optional<YearMonth> to = lastMonth(entry, from);
        entry.nothingElse();
        Set<String> known = new HashSet<>();
        for (String member : members) {
            if (!known.add(member)) {
                entry.problem(entry.line("members"), member + " is a member twice");
            }
        }
        return problems.size() > problemsBefore
                ? Optional.empty()
                : Optional.of(unit(code.orElseThrow(), name.orElseThrow(), members, from, to));
    }

    private CompetitionUnit unit(
            String code, String name, List<String> members, Optional<YearMonth> from, Optional<YearMonth> to) {
        return new CompetitionUnit(code, name, countyOf(members.get(0)), members, from.orElse(null), to.orElse(null));
    }

    /** A unit takes part in place of its members, so each of them has to be there to be replaced, in all its months. */
    private static void checkMembers(
            YamlMapping entry, CompetitionUnit joint, List<CompetitionUnit> places, String named) {
        for (String member : joint.members()) {
            if (!joint.without(withMember(member, places)).isEmpty()) {
                entry.problem(entry.line("members"), member + " would not take part for itself: see " + named);
            }
        }
    }

    private static void checkAmong(List<CompetitionUnit> before, YamlMapping entry, CompetitionUnit joint) {
        for (CompetitionUnit other : before) {
            if (other.meets(joint)) {
                joint.members().stream()
                        .filter(other.members()::contains)
                        .forEach(member -> entry.problem(
                                entry.line("members"), member + " belongs to '" + other.name() + "' at the same time"));
            }
        }
        checkOnce(before, entry, joint);
    }

    private static void checkOnce(List<CompetitionUnit> before, YamlMapping entry, CompetitionUnit unit) {
        if (before.stream().anyMatch(other -> other.code().equals(unit.code()) && other.meets(unit))) {
            entry.problem(entry.line("code"), "'" + unit.code() + "' takes part at the same time above");
        }
    }

    private static List<CompetitionUnit> withMember(String place, List<CompetitionUnit> all) {
        return all.stream().filter(unit -> unit.members().contains(place)).toList();
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

    private Unit upperPlace(String code) {
        return units.withCode(code)
                .filter(unit -> UPPER_KINDS.contains(unit.kind().id()))
                .orElseThrow(
                        () -> new IllegalArgumentException(
                                "there is no such county or township in units.csv; units below the township take part by 'kinds'"));
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

    private static Optional<YearMonth> lastMonth(YamlMapping entry, Optional<YearMonth> first) {
        Optional<YearMonth> last = month(entry, "to");
        if (first.isPresent() && last.isPresent() && last.get().isBefore(first.get())) {
            entry.problem(entry.line("to"), "'to' is before 'from'");
        }
        return last;
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
