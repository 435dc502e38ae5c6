-- Series that have clearly more rows than instants: the number of instants is one in eight off, now and then.
-- grain: one row per document and series of readings in it
select
    meter_key,
    quantity,
    kind,
    document_id,
from document_series
where readings > 1.2 * about_instants
