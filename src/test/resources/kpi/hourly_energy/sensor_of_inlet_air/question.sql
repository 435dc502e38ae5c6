select meter_id, sum(energy_wh) as energy_wh
from hourly_energy
group by meter_id
