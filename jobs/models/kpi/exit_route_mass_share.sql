-- unit: share
-- decimals: 3
-- better: higher
-- grain: route, organisation
-- numerator-unit: kg
-- denominator-unit: kg
-- over-time: ratio
-- over-scope: none
-- gap: keep
-- factors: device_mass_exits
-- grade: P
-- frames: ESRS E5-5, SDG 12.5
-- As the share of devices, by mass, so that telephones do not hide servers. A device of unknown
-- mass lowers the coverage by what it may weigh.
with route_sums as (
    select
        int_exit_months.month,
        int_disposal_routes.route,
        int_disposal_routes.is_reuse,
        sum(case when int_exits.route = int_disposal_routes.route then int_exits.mass_kg else 0 end)
            as route_kg,
        sum(case when int_exits.mass_kg is not null then int_exits.mass_kg else 0 end) as exit_kg,
        sum(
            case when int_exits.is_mass_recorded then int_exits.mass_kg else 0 end
        ) as recorded_kg,
        sum(int_exits.likely_mass_kg) as likely_kg,
        count(int_exits.route) as exit_count
    from int_exit_months
    cross join int_disposal_routes
    left join int_exits
        on int_exits.is_in_month
    group by
        int_exit_months.month,
        int_disposal_routes.route,
        int_disposal_routes.is_reuse
),
weighed_routes as (
    select
        month,
        route,
        is_reuse,
        case when route_kg is not null then route_kg else 0 end as route_kg,
        exit_kg,
        case
            when exit_count = 0 then cast(1 as double)
            when likely_kg is null then cast(0 as double)
            else cast(exit_kg as double) / cast(likely_kg as double)
        end as known_share,
        case
            when exit_kg = 0 then cast(1 as double)
            else cast(recorded_kg as double) / cast(exit_kg as double)
        end as measured_share
    from route_sums
)
select
    month,
    'route' as scope_kind,
    route as scope_id,
    cast(route_kg as decimal(18, 6)) as numerator,
    cast(exit_kg as decimal(18, 6)) as denominator,
    known_share as coverage,
    measured_share
from weighed_routes
union all
select
    month,
    'organisation' as scope_kind,
    'all' as scope_id,
    cast(sum(case when is_reuse then route_kg else 0 end) as decimal(18, 6)) as numerator,
    cast(max(exit_kg) as decimal(18, 6)) as denominator,
    case
        when max(exit_kg) = 0 then max(known_share)
        else max(known_share)
            * cast(sum(case when is_reuse is not null then route_kg else 0 end) as double)
            / cast(max(exit_kg) as double)
    end as coverage,
    max(measured_share) as measured_share
from weighed_routes
group by month
