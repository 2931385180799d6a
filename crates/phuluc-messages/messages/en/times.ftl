### What a time was understood as.

time-day = { $year }-{ $month }-{ $day }
time-about = about { $time }

time-from_to = from { $start } to { $end }
time-until = until { $end }
time-on = on { $day }
time-before = before { $day }
time-by = by { $day }

time-continuous = continuously
time-continuous_from = continuously from { $start }
time-continuous_until = continuously until { $end }
time-continuous_from_to = continuously from { $start } to { $end }

time-recurring = again and again
time-yearly = every year
time-quarterly = every quarter
time-every_few_months = every few months
time-monthly = every month
time-every_few_weeks = every few weeks
time-weekly = every week
time-daily = every day
time-by_rule = { $often } ({ $rule })

time-frequency = { $times } times each { $period }
time-frequency_at_least = at least { $times } times each { $period }
period-day = day
period-week = week
period-month = month
period-quarter = quarter
period-year = year

time-as_soon_as = as soon as: «{ $event }»
time-days_after = { $days } days after: «{ $event }»
time-business_days_after = { $days } business days after: «{ $event }»
time-after = { $offset } after: «{ $event }»
time-on_demand = when it arises: «{ $event }»
time-by_reference = as another document says: «{ $event }»
