-- Readings of meters that config/meters.csv does not name.
-- grain: one row per definition, meter_key, quantity, kind
select
    definition,
    meter_key,
    quantity,
    kind,
    cast(sum(readings) as bigint) as readings,
    min(first_at) as first_at,
    max(last_at) as last_at,
from document_series
where meter_key not in (select meter_key from known_meters)
group by definition, meter_key, quantity, kind
order by definition, meter_key, quantity, kind
