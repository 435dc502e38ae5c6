select quantity, count(*) as hour_count, sum(energy_wh) as energy_wh from hourly_energy group by quantity
