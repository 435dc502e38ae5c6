-- The decisions of the month about devices, with the rung of the R-ladder that each is on: refused
-- or met otherwise R0, lent R1, used again R3, repaired with a repair that held R4, bought
-- refurbished R5, remanufactured or for its parts R6, recycled R8, recovered R9; none for a new
-- device and for landfill, null where it is not known. A replacement is told by what was bought for
-- it. What was lost was no decision. No register tells of less use (R2) or another use (R7).
-- quantity is the number of devices that a row stands for.
-- grain: one row per ticket, line of purchase or exit
select
    month,
    case
        when outcome in ('refused', 'met_otherwise') then 'R0'
        when outcome = 'lent' then 'R1'
        when outcome = 'repaired' then 'R4'
    end as rung,
    quantity
from int_device_tickets
where outcome is null
    or outcome in ('refused', 'met_otherwise', 'lent')
    or (outcome = 'repaired' and has_held)
union all
select
    month,
    'R3' as rung,
    quantity
from int_redeployments
union all
select
    month,
    case condition
        when 'new' then 'none'
        when 'refurbished' then 'R5'
        when 'remanufactured' then 'R6'
    end as rung,
    coalesce(quantity, 1) as quantity
from int_bought_devices
union all
select
    int_exits.month,
    int_disposal_routes.rung,
    int_exits.quantity
from int_exits
inner join int_disposal_routes using (route)
where int_exits.is_in_month
    and int_disposal_routes.is_exit
    and int_exits.route <> 'lost'
