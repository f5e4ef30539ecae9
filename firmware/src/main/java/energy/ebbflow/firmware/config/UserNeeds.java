package energy.ebbflow.firmware.config;

import energy.ebbflow.hal.config.ConfigTable;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What the users of some vehicles need, for a station that knows them: a table {@code
 * [[evse.vehicle.needs]]}.
 *
 * @param vehicles beginnings of their EVCCIDs; empty: every vehicle
 * @param departure time of the day at which they leave
 * @param days on which they leave then
 * @param zone of that time
 * @param targetSocPercent wanted at departure, 0 to 100
 * @param minimumSocPercent to be reached at once and never given away, 0 to 100
 */
public record UserNeeds(
    List<String> vehicles,
    Optional<LocalTime> departure,
    Set<DayOfWeek> days,
    ZoneId zone,
    Optional<Integer> targetSocPercent,
    Optional<Integer> minimumSocPercent) {
  static final int TABLES_MAX = 64;
  private static final int VEHICLES_MAX = 64;
  private static final Pattern TIME = Pattern.compile("([01]\\d|2[0-3]):[0-5]\\d");
  private static final int WEEK = 7;

  public UserNeeds {
    vehicles = List.copyOf(vehicles);
    days = Set.copyOf(days);
    if (minimumSocPercent.orElse(0) > targetSocPercent.orElse(100)) {
      throw new IllegalArgumentException("the minimum state of charge is above the target");
    }
  }

  static List<UserNeeds> read(ConfigTable vehicle) {
    List<UserNeeds> all = new ArrayList<>();
    for (ConfigTable table : vehicle.tables("needs", 0, TABLES_MAX)) {
      all.add(one(table));
    }
    return all;
  }

  private static UserNeeds one(ConfigTable table) {
    Optional<LocalTime> departure =
        table.optionalString("departure", TIME, "a time of the day, HH:MM").map(LocalTime::parse);
    Optional<Integer> target = percent(table, "target_soc_percent");
    Optional<Integer> minimum = percent(table, "minimum_soc_percent");
    boolean upsideDown = minimum.orElse(0) > target.orElse(100);
    if (upsideDown) {
      table.problem(
          "minimum_soc_percent",
          "at most target_soc_percent, " + target.orElse(100),
          String.valueOf(minimum.orElse(0)));
    }
    if (!table.has("departure")
        && !table.has("target_soc_percent")
        && !table.has("minimum_soc_percent")) {
      table.problem(
          "departure", "one of departure, target_soc_percent, minimum_soc_percent", "none of them");
    }
    return new UserNeeds(
        vehicles(table),
        departure,
        days(table),
        zone(table),
        target,
        upsideDown ? Optional.empty() : minimum);
  }

  private static List<String> vehicles(ConfigTable table) {
    List<String> vehicles = table.strings("vehicles", VEHICLES_MAX);
    if (vehicles.contains("")) {
      table.problem("vehicles", "beginnings of EVCCIDs, each a character at least", "\"\"");
    }
    return vehicles;
  }

  private static Optional<Integer> percent(ConfigTable table, String key) {
    OptionalDouble value = table.optionalNumber(key, 0, 100);
    return value.isPresent()
        ? Optional.of((int) Math.round(value.getAsDouble()))
        : Optional.empty();
  }

  private static Set<DayOfWeek> days(ConfigTable table) {
    Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
    for (String word : table.strings("days", WEEK)) {
      Optional<DayOfWeek> day = day(word);
      if (day.isEmpty()) {
        table.problem("days", "mon, tue, wed, thu, fri, sat or sun", "\"" + word + "\"");
      }
      day.ifPresent(days::add);
    }
    return days.isEmpty() ? EnumSet.allOf(DayOfWeek.class) : days;
  }

  private static Optional<DayOfWeek> day(String word) {
    for (DayOfWeek day : DayOfWeek.values()) {
      if (day.name().toLowerCase(Locale.ROOT).substring(0, 3).equals(word)) {
        return Optional.of(day);
      }
    }
    return Optional.empty();
  }

  private static ZoneId zone(ConfigTable table) {
    String name = table.string("time_zone", "UTC");
    try {
      return ZoneId.of(name);
    } catch (DateTimeException _) {
      table.problem("time_zone", "a time zone such as Europe/Amsterdam", "\"" + name + "\"");
      return ZoneId.of("UTC");
    }
  }

  /** Whether they are those of a vehicle; one that has not told who it is may be anybody's. */
  public boolean of(Optional<String> evccId) {
    return vehicles.isEmpty()
        || evccId.filter(id -> vehicles.stream().anyMatch(id::startsWith)).isPresent();
  }

  /** The next departure after an instant. */
  public Optional<Instant> departureAfter(Instant now) {
    return departure.map(time -> departureAfter(now, time));
  }

  private Instant departureAfter(Instant now, LocalTime time) {
    LocalDate today = now.atZone(zone).toLocalDate();
    // A week and a day: today's may be over, and next week's is on the same day.
    for (int ahead = 0; ahead <= WEEK; ahead++) {
      ZonedDateTime next = today.plusDays(ahead).atTime(time).atZone(zone);
      if (days.contains(next.getDayOfWeek()) && next.toInstant().isAfter(now)) {
        return next.toInstant();
      }
    }
    throw new IllegalStateException("a week has every day");
  }
}
