-- unit: kgCO2e
-- decimals: 0
-- better: lower
-- grain: organisation
-- per: working_day
-- over-time: sum
-- over-scope: none
-- gap: keep
-- factors: telework_day, telework_power, telework_heating, heating_degree_days, grid_electricity,
--     home_heating, commute_car, commute_electric_car, commute_motorcycle, commute_bus,
--     commute_tram, commute_train, commute_electric_bike, commute_bike, commute_foot,
--     commute_rebound
-- grade: B
-- practices: low-emission-telework
-- frames: GHG scope 3 category 7
with signed_parts as (
    -- Each part is completed for what is not known of it. One that applies and is not known makes
    -- the whole unknown.
    select
        month,
        cast(kg as double) / nullif(coverage, 0)
        * case when part in ('home', 'meetings') then 1 else -1 end as kg,
        case when part in ('home', 'commuting') then 1 else 0 end as is_needed,
        coverage
    from int_telework_parts
)
select
    month,
    'organisation' as scope_kind,
    'all' as scope_id,
    decimal_6(
        case
            when count(kg) = count(*) and sum(is_needed) = 2 then cast(sum(exact(kg)) as double)
        end
    ) as numerator,
    cast(null as decimal(18, 6)) as denominator,
    case
        when sum(is_needed) = 2 then min(coverage)
        else cast(0 as double)
    end as coverage,
    cast(0 as double) as measured_share
from signed_parts
group by month
