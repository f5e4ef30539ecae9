package energy.ebbflow.ocpp.link;

import energy.ebbflow.ocpp.dialect.Station;
import energy.ebbflow.ocpp.domain.BackOfficeCommand;
import energy.ebbflow.ocpp.domain.BackOfficeCommand.PowerBounds;
import energy.ebbflow.ocpp.domain.StationEvent;
import energy.ebbflow.ocpp.profile.ProfileBook;
import energy.ebbflow.ocpp.profile.Ruling;
import energy.ebbflow.ocpp.v2.type.ChargingRateUnit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Tells the station what the charging profiles say, whenever that changes. */
final class Bounds {
  private final Station station;
  private final Courses courses;
  private final Map<Integer, PowerBounds> told = new HashMap<>();
  private Optional<Instant> due = Optional.empty();

  Bounds(Station station) {
    this.station = station;
    this.courses = new Courses(station);
  }

  /** When the next change is scheduled. */
  Optional<Instant> due() {
    return due;
  }

  /**
   * A transaction began or ended: profiles are bound to it or go with it (F01.FR.09, K01.FR.36).
   */
  void follow(StationEvent.Transaction event) {
    ProfileBook book = station.profiles();
    switch (event.kind()) {
      case STARTED ->
          event
              .remoteStart()
              .flatMap(station::takeProfile)
              .ifPresent(
                  p ->
                      station.profiles(
                          book.with(StartProfiles.bound(p, event.evse(), event.transaction()))));
      case UPDATED -> {}
      case ENDED -> station.profiles(book.transactionEnded(event.transaction()));
    }
  }

  /** What has changed since the last call. */
  List<BackOfficeCommand> changes(Instant now) {
    List<BackOfficeCommand> changes = new ArrayList<>();
    Optional<Instant> next = Optional.empty();
    ProfileBook book = station.profiles();
    for (int evse = 0; evse <= station.config().outlets().size(); evse++) {
      Ruling ruling =
          evse == 0 ? book.station(now) : book.outlet(evse, station.activeAt(evse), now);
      if (ruling.until().isPresent()
          && (next.isEmpty() || ruling.until().get().isBefore(next.get()))) {
        next = ruling.until();
      }
      PowerBounds bounds = bounds(evse, ruling);
      PowerBounds before = told.get(evse);
      boolean silent = before == null && ruling.rule().isEmpty();
      if (!silent && !bounds.equals(before)) {
        told.put(evse, bounds);
        changes.add(bounds);
      }
    }
    changes.addAll(courses.changes(now));
    due = Stream.concat(next.stream(), courses.due().stream()).min(Instant::compareTo);
    return changes;
  }

  private static PowerBounds bounds(int evse, Ruling ruling) {
    if (ruling.rule().isEmpty()) {
      return new PowerBounds(
          evse,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          "ChargingOnly",
          "none",
          ruling.until());
    }
    Ruling.Rule rule = ruling.rule().get();
    PowerBounds.Unit unit =
        rule.unit() == ChargingRateUnit.W ? PowerBounds.Unit.WATT : PowerBounds.Unit.AMPERE;
    return new PowerBounds(
        evse,
        rule.charge().map(v -> new PowerBounds.Quantity(v, unit)),
        rule.discharge().map(v -> new PowerBounds.Quantity(v, unit)),
        rule.setpoint().map(v -> new PowerBounds.Quantity(v, unit)),
        rule.mode().wire(),
        rule.profile().chargingProfilePurpose().wire()
            + " "
            + rule.profile().id()
            + " level "
            + rule.profile().stackLevel(),
        ruling.until());
  }
}
