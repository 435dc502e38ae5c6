select round(numerator, 2) + 0 as numerator from telework_net_co2e
