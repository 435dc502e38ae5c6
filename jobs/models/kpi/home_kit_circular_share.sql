-- unit: share
-- decimals: 3
-- better: higher
-- grain: organisation
-- numerator-unit: devices
-- denominator-unit: devices
-- over-time: ratio
-- over-scope: none
-- gap: keep
-- grade: P
-- practices: low-emission-telework
-- frames: ESRS E5-4, SDG 12.5
-- Of the requests for home that were met with a device and closed in the month. One that is not
-- said to be for home is not. A fault is no request: what is lent during a repair comes back. A
-- request whose outcome is not told, or that was met with just another device, may be of any kind
-- and lowers the coverage.
with requests as (
    select
        month,
        quantity,
        outcome in ('redeployed', 'bought_refurbished', 'lent') as is_circular,
        outcome in ('redeployed', 'bought_refurbished', 'lent', 'bought_new') as is_known
    from int_device_tickets
    where is_for_home
        and (subject is null or subject = 'request')
        and (outcome is null or outcome not in ('repaired', 'met_otherwise', 'refused'))
),
request_sums as (
    select
        int_registers.month,
        sum(case when requests.quantity is not null then requests.quantity else 0 end)
            as request_count,
        sum(case when requests.is_known then requests.quantity else 0 end) as known_count,
        sum(case when requests.is_circular then requests.quantity else 0 end) as circular_count
    from int_registers
    left join requests using (month)
    where int_registers.dataset = 'tickets'
    group by int_registers.month
)
select
    month,
    'organisation' as scope_kind,
    'all' as scope_id,
    cast(circular_count as decimal(18, 6)) as numerator,
    cast(known_count as decimal(18, 6)) as denominator,
    case
        when request_count = 0 then cast(1 as double)
        else known_count / cast(request_count as double)
    end as coverage,
    cast(1 as double) as measured_share
from request_sums
