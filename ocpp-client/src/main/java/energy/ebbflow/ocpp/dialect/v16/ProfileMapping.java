package energy.ebbflow.ocpp.dialect.v16;

import energy.ebbflow.ocpp.v16.smartcharging.ChargingProfile;
import energy.ebbflow.ocpp.v16.smartcharging.ChargingSchedule;
import energy.ebbflow.ocpp.v16.smartcharging.Purpose;
import energy.ebbflow.ocpp.v16.smartcharging.SchedulePeriod;
import energy.ebbflow.ocpp.v2.type.ChargingProfileKind;
import energy.ebbflow.ocpp.v2.type.ChargingProfilePurpose;
import energy.ebbflow.ocpp.v2.type.ChargingSchedulePeriod;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Charging profiles of 1.6 as those of 2.x, which can say everything that 1.6 can. */
final class ProfileMapping {
  private ProfileMapping() {}

  /**
   * The profile in the form of 2.x.
   *
   * @param transaction the station's identifier, for a TxProfile
   * @param now where an absolute profile without a start begins: many back offices leave it out
   */
  static energy.ebbflow.ocpp.v2.type.ChargingProfile of(
      ChargingProfile p, Optional<String> transaction, Instant now) {
    return new energy.ebbflow.ocpp.v2.type.ChargingProfile(
        p.chargingProfileId(),
        p.stackLevel(),
        purpose(p.chargingProfilePurpose()),
        p.chargingProfileKind(),
        p.recurrencyKind(),
        p.validFrom(),
        p.validTo(),
        p.chargingProfilePurpose() == Purpose.TX_PROFILE ? transaction : Optional.empty(),
        Optional.empty(),
        List.of(schedule(p.chargingSchedule(), p.chargingProfileKind(), now)),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  static ChargingProfilePurpose purpose(Purpose purpose) {
    return switch (purpose) {
      case CHARGE_POINT_MAX_PROFILE -> ChargingProfilePurpose.CHARGING_STATION_MAX_PROFILE;
      case TX_DEFAULT_PROFILE -> ChargingProfilePurpose.TX_DEFAULT_PROFILE;
      case TX_PROFILE -> ChargingProfilePurpose.TX_PROFILE;
    };
  }

  private static energy.ebbflow.ocpp.v2.type.ChargingSchedule schedule(
      ChargingSchedule s, ChargingProfileKind kind, Instant now) {
    Optional<Instant> start =
        switch (kind) {
          case ABSOLUTE ->
              s.startSchedule().or(() -> Optional.of(now.truncatedTo(ChronoUnit.SECONDS)));
          case RECURRING -> s.startSchedule();
          // A start has no meaning here; some back offices send one.
          case RELATIVE, DYNAMIC -> Optional.empty();
        };
    return new energy.ebbflow.ocpp.v2.type.ChargingSchedule(
        1,
        Optional.empty(),
        start,
        s.duration(),
        s.chargingRateUnit(),
        s.minChargingRate(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        s.chargingSchedulePeriod().stream().map(ProfileMapping::period).toList(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static ChargingSchedulePeriod period(SchedulePeriod p) {
    Optional<Double> none = Optional.empty();
    return new ChargingSchedulePeriod(
        p.startPeriod(),
        Optional.of(p.limit()),
        none,
        none,
        p.numberPhases(),
        Optional.empty(),
        none,
        none,
        none,
        none,
        none,
        none,
        none,
        none,
        none,
        Optional.empty(),
        Optional.empty(),
        none,
        Optional.empty(),
        List.of(),
        List.of(),
        Optional.empty());
  }
}
