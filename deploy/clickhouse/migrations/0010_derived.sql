-- How reported indicators add up and what derived ones are made of, so that a query can recompute both; and names without those of people.

ALTER TABLE pennant.indicator_definitions
    ADD COLUMN IF NOT EXISTS kinds Array(String) COMMENT 'The kinds of units that departments report it of; empty where they do not' AFTER assumed,
    ADD COLUMN IF NOT EXISTS parts LowCardinality(String)
        COMMENT 'What a unit without a report of its own shows of its parts: sum, ratio-of-sums, mean or none; empty where nobody reports it' AFTER kinds,
    ADD COLUMN IF NOT EXISTS growth_kind LowCardinality(String) DEFAULT 'percent' COMMENT 'How its growth is counted: percent or points' AFTER parts,
    ADD COLUMN IF NOT EXISTS formula String COMMENT 'What a derived one is made of, such as share(part, whole); empty where it is not derived' AFTER growth_kind,
    ADD COLUMN IF NOT EXISTS operation LowCardinality(String) COMMENT 'What its formula does: share, difference or improved' AFTER formula,
    ADD COLUMN IF NOT EXISTS inputs Array(String) COMMENT 'The ids of the indicators in its formula, in their order' AFTER operation;

ALTER TABLE pennant.indicator_definitions
    MODIFY COLUMN amount COMMENT 'What it is made of: revenue or retail-sales of reports, receipts, reported by departments, or derived from others';

-- Households are people: their names stand in unit_registry, which is not for screens. Here and in whatever is built on it they are the village and the
-- end of their code.
CREATE OR REPLACE VIEW pennant.unit_names
(
    code String COMMENT 'Code of the unit',
    name String COMMENT 'Name of the unit; of a household its village and the end of its code; not unique',
    kind String COMMENT 'What it is, from prefecture to household',
    parent String COMMENT 'Code of the unit it is a part of, empty for a prefecture'
)
DEFINER = migrator SQL SECURITY DEFINER
AS SELECT toString(code) AS code, name, toString(kind) AS kind, toString(parent) AS parent
FROM pennant.units FINAL
UNION ALL
SELECT
    unit.code AS code,
    if(unit.kind = 'household',
        concat(ifNull(above.name, ''), '农户', trimLeft(substring(unit.code, length(unit.parent) + 1), '-')),
        unit.name) AS name,
    toString(unit.kind) AS kind,
    unit.parent AS parent
FROM pennant.unit_registry AS unit
LEFT JOIN pennant.unit_registry AS above ON above.code = unit.parent
COMMENT 'Every unit, those of the catalogue and those below the township; households without their names';
