SELECT
    sum(counted.receipts),
    sumIf(counted.receipts, registered.unit != counted.unit),
    uniqExactIf(counted.store, registered.unit != counted.unit)
FROM pennant.retail_store_days AS counted
ASOF LEFT JOIN pennant.store_registry AS registered
    ON registered.store = counted.store AND registered.valid_from <= toDate32(counted.day)
