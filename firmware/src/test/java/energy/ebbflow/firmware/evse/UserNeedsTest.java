package energy.ebbflow.firmware.evse;

import static energy.ebbflow.firmware.evse.EvseRig.SECOND;
import static energy.ebbflow.firmware.evse.EvseRig.TOKEN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.ebbflow.firmware.config.UserNeeds;
import energy.ebbflow.iso15118.secc.Outlook;
import energy.ebbflow.iso15118.secc.SeccEffect;
import energy.ebbflow.ocpp.domain.BackOfficeCommand.PowerBounds;
import energy.ebbflow.ocpp.domain.StationEvent;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** R12: what the user needs, at a station that knows it. */
class UserNeedsTest {
  private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");
  private static final String BUS = "WMIBUS";

  private static UserNeeds needs(String vehicle, int minimum) {
    return new UserNeeds(
        vehicle.isEmpty() ? List.of() : List.of(vehicle),
        Optional.of(LocalTime.of(6, 30)),
        EnumSet.allOf(DayOfWeek.class),
        AMSTERDAM,
        Optional.of(90),
        Optional.of(minimum));
  }

  private static UserNeeds leaving(Set<DayOfWeek> days) {
    return new UserNeeds(
        List.of(),
        Optional.of(LocalTime.of(6, 30)),
        days,
        AMSTERDAM,
        Optional.empty(),
        Optional.empty());
  }

  /** The rig's clock starts with 1970: 01:00 in Amsterdam. */
  @Test
  void theVehicleHearsTheNeedsOfItsUser() {
    EvseRig rig = EvseRig.dc(Optional.of(TOKEN), List.of(needs(BUS, 40), needs("", 20)));
    rig.plug().linkUp(1);
    rig.says(new SeccEffect.VehicleIdentified(BUS + "0001")).run(SECOND);
    Outlook.MobilityNeeds told = rig.lastView.outlook().needs().orElseThrow();
    assertEquals(
        Optional.of(Instant.parse("1970-01-01T05:30:00Z").getEpochSecond()),
        told.departureUtcSeconds());
    assertEquals(Optional.of(90), told.targetSocPercent());
    assertEquals(Optional.of(40), told.minimumSocPercent());
    rig.says(new SeccEffect.VehicleIdentified("WMICAR0001")).run(SECOND);
    assertEquals(Optional.of(20), rig.lastView.outlook().needs().orElseThrow().minimumSocPercent());
  }

  @Test
  void aStationThatKnowsNobodySaysNothing() {
    EvseRig rig = EvseRig.dc(Optional.of(TOKEN), List.of(needs(BUS, 40)));
    rig.plug().linkUp(1);
    rig.says(new SeccEffect.VehicleIdentified("WMICAR0001")).run(SECOND);
    assertTrue(rig.lastView.outlook().needs().isEmpty());
  }

  /** OCPP 2.1 MobilityNeedsMode EVCC_SECC, with the departure that the station knows. */
  @Test
  void theBackOfficeHearsWhoSaysTheNeeds() {
    EvseRig rig = EvseRig.dc(Optional.of(TOKEN), List.of(needs("", 20)));
    rig.plug().linkUp(1);
    rig.says(
        new SeccEffect.ServiceSelected("DC_BPT", true, true, true, Optional.of(true)),
        new SeccEffect.VehicleReport(RigVehicle.says(50)));
    StationEvent.ChargingNeeds told = rig.told(StationEvent.ChargingNeeds.class).getLast();
    assertTrue(told.byStation());
    assertEquals(Optional.of(Instant.parse("1970-01-01T05:30:00Z")), told.departure());
    rig.says(
        new SeccEffect.ServiceSelected("DC_BPT", true, true, false, Optional.of(true)),
        new SeccEffect.VehicleReport(RigVehicle.says(51)));
    StationEvent.ChargingNeeds own = rig.told(StationEvent.ChargingNeeds.class).getLast();
    assertFalse(own.byStation());
    assertTrue(own.departure().isEmpty(), "the vehicle has told none");
  }

  /** The minimum is a standing floor, and what is below it is charged whatever a service wants. */
  @Test
  void theMinimumIsKept() {
    for (int minimum : List.of(45, 50, 51)) {
      EvseRig rig = EvseRig.dc(Optional.of(TOKEN), List.of(needs("", minimum)));
      rig.plug().acceptLastQuestion().linkUp(1).agree(true).loop();
      rig.command(
              new PowerBounds(
                  1,
                  Optional.empty(),
                  Optional.empty(),
                  Optional.of(new PowerBounds.Quantity(-5_000, PowerBounds.Unit.WATT)),
                  "CentralSetpoint",
                  "test",
                  Optional.empty()))
          .run(SECOND);
      double amps = rig.amps();
      switch (minimum) {
        case 45 -> assertTrue(amps < -5, "above the minimum it gives: " + amps);
        case 50 -> assertEquals(0, amps, "at the minimum nothing is taken");
        default -> assertTrue(amps > 5, "below the minimum it is charged: " + amps);
      }
    }
  }

  /** Both sides of the departure, and the days on which there is none. */
  @Test
  void theNextDepartureIsOnAnAllowedDay() {
    UserNeeds daily = leaving(EnumSet.allOf(DayOfWeek.class));
    assertEquals(
        Optional.of(Instant.parse("2026-07-06T04:30:00Z")),
        daily.departureAfter(Instant.parse("2026-07-06T04:29:59Z")));
    assertEquals(
        Optional.of(Instant.parse("2026-07-07T04:30:00Z")),
        daily.departureAfter(Instant.parse("2026-07-06T04:30:00Z")));
    UserNeeds mondays = leaving(EnumSet.of(DayOfWeek.MONDAY));
    assertEquals(
        Optional.of(Instant.parse("2026-07-13T04:30:00Z")),
        mondays.departureAfter(Instant.parse("2026-07-06T04:30:00Z")));
  }

  /** The clocks go forward on 29 March 2026: half past six is an hour earlier in UTC. */
  @Test
  void departureIsAMatterOfLocalTime() {
    UserNeeds daily = leaving(EnumSet.allOf(DayOfWeek.class));
    assertEquals(
        Optional.of(Instant.parse("2026-03-28T05:30:00Z")),
        daily.departureAfter(Instant.parse("2026-03-28T00:00:00Z")));
    assertEquals(
        Optional.of(Instant.parse("2026-03-29T04:30:00Z")),
        daily.departureAfter(Instant.parse("2026-03-28T12:00:00Z")));
  }
}
