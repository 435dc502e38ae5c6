-- Devices that went each way, and of all those that are used on.
with routes as (
    select *
    from (
        values
            ('internal_reuse', 'intern', true),
            ('donation', 'school of vereniging', true),
            ('sale_for_reuse', null, true),
            ('return_to_supplier', null, false),
            ('parts_harvest', 'onderdelen', false),
            ('recycling', 'recyclage', false),
            ('energy_recovery', null, false),
            ('landfill', null, false),
            ('lost', 'verloren', false),
            ('unknown', 'unknown', false)
    ) as told(route, destination, is_reuse)
),
counts as (
    select
        months.month,
        routes.route,
        routes.is_reuse,
        count(exits.device) as pieces
    from months
    cross join routes
    left join exits
        on exits.month = months.month
        and coalesce(exits.destination, 'unknown') = routes.destination
    group by
        months.month,
        routes.route,
        routes.is_reuse
)
select
    month,
    'route' as scope_kind,
    route as scope_id,
    pieces as numerator,
    sum(pieces) over (partition by month) as denominator,
    pieces / denominator as value,
    1 as coverage
from counts
union all
select
    month,
    'organisation',
    'all',
    sum(case when is_reuse then pieces else 0 end),
    sum(pieces),
    sum(case when is_reuse then pieces else 0 end) / sum(pieces),
    sum(case when route <> 'unknown' then pieces else 0 end) / sum(pieces)
from counts
group by month
