package energy.ebbflow.ocpp.link;

import energy.ebbflow.ocpp.dialect.Station;
import energy.ebbflow.ocpp.domain.BackOfficeCommand;
import energy.ebbflow.ocpp.domain.BackOfficeCommand.PowerBounds;
import energy.ebbflow.ocpp.domain.StationEvent;
import energy.ebbflow.ocpp.energy.Periods;
import energy.ebbflow.ocpp.profile.Circumstances;
import energy.ebbflow.ocpp.profile.ProfileBook;
import energy.ebbflow.ocpp.profile.Ruling;
import energy.ebbflow.ocpp.profile.Together;
import energy.ebbflow.ocpp.v2.type.ChargingRateUnit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Tells the station what the charging profiles say, whenever that changes. */
final class Bounds {
  private final Station station;
  private final Courses courses;
  private final Map<Integer, PowerBounds> told = new HashMap<>();
  private Optional<Instant> due = Optional.empty();
  private Basis basis = new Basis(ProfileBook.empty(), Circumstances.USUAL, List.of());

  /** What the bounds depend on beside the time and the transactions. */
  private record Basis(
      ProfileBook book, Circumstances circumstances, List<List<Double>> settings) {}

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
              .flatMap(station.heldProfiles()::take)
              .ifPresent(
                  p ->
                      station.profiles(
                          book.with(
                              StartProfiles.bound(
                                  Periods.stamped(p, event.at()),
                                  event.evse(),
                                  event.transaction()))));
      case UPDATED -> {}
      case ENDED -> station.profiles(book.transactionEnded(event.transaction()));
    }
  }

  /** What was told is not true any more, or may not be. */
  boolean stale(Instant now) {
    return due.filter(at -> !now.isBefore(at)).isPresent() || !basis().equals(basis);
  }

  private Basis basis() {
    return new Basis(
        station.profiles(),
        station.energy().circumstances(),
        IntStream.rangeClosed(1, station.config().outlets().size())
            .mapToObj(evse -> Steerings.settings(station.device(), evse))
            .toList());
  }

  /** What has changed since the last call. */
  List<BackOfficeCommand> changes(Instant now) {
    List<BackOfficeCommand> changes = new ArrayList<>();
    Optional<Instant> next = station.energy().due(now);
    basis = basis();
    List<Together> sums =
        IntStream.rangeClosed(0, station.config().outlets().size())
            .mapToObj(evse -> sum(evse, now))
            .toList();
    int sharers = sharers(sums);
    for (int evse = 0; evse < sums.size(); evse++) {
      Together sum = sums.get(evse);
      next = Stream.concat(next.stream(), sum.until().stream()).min(Instant::compareTo);
      PowerBounds bounds = bounds(evse, sum, sharers, now);
      PowerBounds before = told.get(evse);
      boolean silent = before == null && sum.silent() && sum.discharge().isEmpty();
      if (!silent && !bounds.equals(before)) {
        told.put(evse, bounds);
        changes.add(bounds);
      }
    }
    changes.addAll(courses.changes(now));
    due = Stream.concat(next.stream(), courses.due().stream()).min(Instant::compareTo);
    return changes;
  }

  private Together sum(int evse, Instant now) {
    return Together.at(
        station.profiles(),
        evse,
        evse == 0 ? Optional.empty() : station.activeAt(evse),
        now,
        basis.circumstances(),
        station.electrical(evse));
  }

  /** Q09: outlets with a vehicle that correct the site's connection; each does its part. */
  private int sharers(List<Together> sums) {
    return (int)
        IntStream.range(1, sums.size())
            .filter(evse -> station.activeAt(evse).isPresent())
            .filter(
                evse ->
                    sums.get(evse)
                        .leading()
                        .filter(rule -> Steerings.balances(station.device(), evse, rule))
                        .isPresent())
            .count();
  }

  private PowerBounds bounds(int evse, Together sum, int sharers, Instant now) {
    return new PowerBounds(
        evse,
        sum.charge().map(Bounds::quantity),
        sum.discharge().map(Bounds::quantity),
        sum.setpoint().map(Bounds::quantity),
        sum.mode().wire(),
        words(sum),
        sum.until(),
        Steerings.of(station, evse, sum, basis.circumstances(), sharers, now));
  }

  private static String words(Together sum) {
    String own =
        sum.leading()
            .map(Ruling.Rule::profile)
            .map(p -> p.chargingProfilePurpose().wire() + " " + p.id() + " level " + p.stackLevel())
            .orElse("none");
    return sum.external() ? own + " and external" : own;
  }

  private static PowerBounds.Quantity quantity(Together.Rate rate) {
    return new PowerBounds.Quantity(
        rate.value(),
        rate.unit() == ChargingRateUnit.W ? PowerBounds.Unit.WATT : PowerBounds.Unit.AMPERE);
  }
}
