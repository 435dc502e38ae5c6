-- What the grid gives: in 2025 by the label of the supplier, in 2026 a fifth of it, for guarantees
-- of origin are cancelled for the rest; scaled to the whole month.
with sums as (
    select
        grid.month,
        sum(grid.wh) / 1000 as kwh,
        count(*) * 3600 / max(months.until_s - months.from_s) as coverage
    from meter_hours as grid
    inner join months using (month)
    where grid.meter_key = '541400000000000000'
    group by grid.month
),
emissions as (
    select
        sums.month,
        sums.kwh * factors.value * case when sums.month < '2026' then 1 else 0.2 end as kilograms,
        sums.coverage
    from sums
    inner join factors
        on factors.factor_id = 'supplier_made_up_' || substr(sums.month, 1, 4)
)
select
    emissions.month,
    scopes.scope_kind,
    scopes.scope_id,
    emissions.kilograms as numerator,
    null as denominator,
    round(emissions.kilograms, 6) / round(emissions.coverage, 9) as value,
    emissions.coverage
from emissions
cross join (values ('organisation', 'all'), ('site', 'town-hall')) as scopes(scope_kind, scope_id)
