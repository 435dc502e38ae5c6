-- The four parts of what telework changes, in kgCO2e of the organisation: what it causes at home
-- and by online meetings, and what it saves on the way to work and, where somebody measured that,
-- at the office. Meetings and the office apply where the organisation told figures of them within a
-- year; where this month has none, they are unknown. kg is what is known of a part, and coverage
-- says how much of it that is.
-- grain: one row per part that applies
with told_figures as (
    select
        period.month,
        case
            when stg_indicators.indicator_id = 'office_energy_saved' then 'office'
            else 'meetings'
        end as part
    from stg_indicators
    cross join period
    where stg_indicators.indicator_id in (
            'office_energy_saved', 'meeting_hours_audio', 'meeting_hours_sd', 'meeting_hours_hd'
        )
        and stg_indicators.day_on <= period.last_on
    group by
        period.month,
        case
            when stg_indicators.indicator_id = 'office_energy_saved' then 'office'
            else 'meetings'
        end
),
grid_factors as (
    select
        value
    from int_factors
    where purpose = 'grid_electricity'
        and unit = 'kgCO2e/kWh'
),
figure_sums as (
    select
        'office' as part,
        cast(
            sum(exact(cast(int_indicators.figure_sum as double) * grid_factors.value)) as double
        ) as kg
    from int_indicators
    cross join grid_factors
    where int_indicators.indicator_id = 'office_energy_saved'
        and int_indicators.unit = 'kWh'
        and int_indicators.scope_kind = 'organisation'
    union all
    select
        'meetings' as part,
        cast(
            sum(
                exact(
                    cast(int_indicators.figure_sum as double) * traffic.value * networks.value
                    / 1000
                )
            ) as double
        ) as kg
    from int_indicators
    inner join int_factors as traffic
        on traffic.purpose = replace(int_indicators.indicator_id, 'meeting_hours', 'meeting_data')
        and traffic.unit = 'GB/h'
    inner join int_factors as networks
        on networks.purpose = 'network_data'
        and networks.unit = 'gCO2e/GB'
    where int_indicators.unit = 'h'
        and int_indicators.scope_kind = 'organisation'
),
way_sums as (
    select
        month,
        cast(sum(exact(commute_kg)) as double) as commute_kg,
        cast(sum(exact(likely_km)) as double) as likely_km,
        cast(sum(exact(known_km)) as double) as known_km
    from int_commutes
    group by month
)
select
    int_telework_energy.month,
    'home' as part,
    decimal_6(
        cast(int_telework_energy.workplace_kwh as double) * grid_factors.value
        + cast(int_telework_energy.heating_kwh as double) * heatings.value
    ) as kg,
    int_telework_energy.coverage
from int_telework_energy
left join grid_factors
    on grid_factors.value is not null
left join int_factors as heatings
    on heatings.purpose = 'home_heating'
    and heatings.unit = 'kgCO2e/kWh'
where int_telework_energy.scope_kind = 'organisation'
union all
select
    way_sums.month,
    'commuting' as part,
    decimal_6(way_sums.commute_kg * (1 - rebounds.value)) as kg,
    case
        when way_sums.commute_kg is null then cast(0 as double)
        else coalesce(way_sums.known_km / nullif(way_sums.likely_km, 0), 1)
    end as coverage
from way_sums
left join int_factors as rebounds
    on rebounds.purpose = 'commute_rebound'
    and rebounds.unit = 'share'
union all
select
    told_figures.month,
    told_figures.part,
    decimal_6(figure_sums.kg) as kg,
    case when figure_sums.kg is null then cast(0 as double) else cast(1 as double) end as coverage
from told_figures
left join figure_sums using (part)
