-- What recyclers stated in the month of the mass that they collected. A statement that says nothing
-- of recycling is one of collection: how much was recycled is then not known, not nothing.
-- grain: one row per line of a statement
select
    period.month,
    stg_disposals.mass_kg,
    stg_disposals.prepared_kg,
    stg_disposals.recycled_kg
from stg_disposals
inner join period
    on stg_disposals.disposed_on >= period.first_on
    and stg_disposals.disposed_on <= period.last_on
where stg_disposals.entry = 'statement'
