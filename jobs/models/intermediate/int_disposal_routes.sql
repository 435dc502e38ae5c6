-- What each way of disposal means: whether the device leaves the organisation, whether it is used
-- on as a device, whether it is waste, and its rung of the R-ladder, none where it has none. Of a
-- route that is not on record, of what went back to its supplier and of what was lost not all is
-- known. Parts that are harvested serve devices of the same function: rung R6. Rungs:
-- https://circularports.vlaanderen-circulair.be/circular-strategies/r-strategies/
-- grain: one row per route
select
    'internal_reuse' as route,
    false as is_exit,
    true as is_reuse,
    false as is_waste,
    'R3' as rung
union all
select 'donation', true, true, false, 'R3'
union all
select 'sale_for_reuse', true, true, false, 'R3'
union all
select 'return_to_supplier', true, false, false, null
union all
select 'parts_harvest', true, false, true, 'R6'
union all
select 'recycling', true, false, true, 'R8'
union all
select 'energy_recovery', true, false, true, 'R9'
union all
select 'landfill', true, false, true, 'none'
union all
select 'lost', true, false, false, null
union all
select 'unknown', true, null, null, null
