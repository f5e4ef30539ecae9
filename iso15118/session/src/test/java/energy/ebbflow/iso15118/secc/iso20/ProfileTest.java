package energy.ebbflow.iso15118.secc.iso20;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.ebbflow.iso15118.message.iso20.Processing;
import energy.ebbflow.iso15118.message.iso20.ResponseCode;
import energy.ebbflow.iso15118.message.iso20.power.ChannelSelection;
import energy.ebbflow.iso15118.message.iso20.power.ChargeProgress;
import energy.ebbflow.iso15118.message.iso20.power.DynamicEvpptControlMode;
import energy.ebbflow.iso15118.message.iso20.power.EvpptControlMode;
import energy.ebbflow.iso15118.message.iso20.power.PowerDeliveryRequest;
import energy.ebbflow.iso15118.message.iso20.power.PowerToleranceAcceptance;
import energy.ebbflow.iso15118.message.iso20.power.ScheduledEvpptControlMode;
import energy.ebbflow.iso15118.message.iso20.session.ChargingSession;
import energy.ebbflow.iso15118.secc.Drive;
import energy.ebbflow.iso15118.secc.EvseView.Isolation;
import energy.ebbflow.iso15118.secc.Outlook;
import energy.ebbflow.iso15118.secc.PowerPlan;
import energy.ebbflow.iso15118.secc.PowerPlan.Interval;
import energy.ebbflow.iso15118.secc.Requests;
import energy.ebbflow.iso15118.secc.SeccEffect;
import energy.ebbflow.iso15118.secc.VehicleWord.DirectionChosen;
import energy.ebbflow.iso15118.secc.VehicleWord.ProfileChosen;
import energy.ebbflow.iso15118.secc.VehicleWord.ProfileStep;
import energy.ebbflow.iso15118.secc.VehicleWord.ProfileViolated;
import energy.ebbflow.iso15118.secc.iso20.offer.Iso20Options;
import energy.ebbflow.iso15118.secc.iso20.schedule.ProfileWatch;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a vehicle promises with its power profile, and whether it keeps it. */
final class ProfileTest {
  private static final EvpptControlMode FIRST = tuple(1, Optional.empty());

  /** The profile within its schedule reaches the domain, on our clock. */
  @Test
  void profileIsTold() {
    Drive drive = ready(Iso20Options.PLAIN, Sessions.priced(3));
    drive.send(drive.car.startWithProfile(Sessions.NOW, FIRST, 10_000, 5_000));
    assertEquals(ResponseCode.OK, drive.response().responseCode());
    assertEquals(
        new ProfileChosen(
            Optional.of(1),
            Optional.of(3),
            List.of(
                new ProfileStep(Sessions.NOW, 10_000),
                new ProfileStep(Sessions.NOW + 3_600, 5_000)),
            Optional.empty()),
        drive.effect(ProfileChosen.class));
    assertEquals("DcChargeLoop", drive.session.stateName());
  }

  /** A step above its schedule at any second of it; rounding of the wire is none. */
  @Test
  void profileAboveTheSchedule() {
    for (double[] watts :
        new double[][] {{10_200, 5_000}, {10_000, 5_100}, {5_000, 5_000, 5_000, 30_000}}) {
      Drive drive = ready(Iso20Options.PLAIN, Sessions.priced(3));
      drive.send(drive.car.startWithProfile(Sessions.NOW, FIRST, watts));
      if (watts.length == 4) {
        // The fourth hour is behind the plan: nothing was said of it.
        assertEquals(ResponseCode.OK, drive.response().responseCode());
      } else {
        drive.refused(ResponseCode.FAILED_EV_POWER_PROFILE_INVALID);
        assertFalse(drive.all.stream().anyMatch(ProfileChosen.class::isInstance));
      }
    }
    Drive rounded = ready(Iso20Options.PLAIN, Sessions.priced(3));
    rounded.send(rounded.car.startWithProfile(Sessions.NOW, FIRST, 10_100, 5_050));
    assertEquals(ResponseCode.OK, rounded.response().responseCode());
  }

  /** A step is compared with each interval it touches: half an hour late is too much. */
  @Test
  void profileIsComparedInTime() {
    Drive drive = ready(Iso20Options.PLAIN, Sessions.priced(3));
    drive.send(drive.car.startWithProfile(Sessions.NOW + 1_800, FIRST, 10_000, 5_000));
    drive.refused(ResponseCode.FAILED_EV_POWER_PROFILE_INVALID);
    Drive early = ready(Iso20Options.PLAIN, Sessions.priced(3));
    early.send(early.car.startWithProfile(Sessions.NOW - 1_800, FIRST, 10_000, 5_000));
    assertEquals(ResponseCode.OK, early.response().responseCode());
  }

  /** Discharge is negative, and has its own limits. */
  @Test
  void dischargeIsComparedWithItsOwnLimit() {
    Drive drive = ready(Iso20Options.PLAIN, Sessions.priced(3));
    drive.send(drive.car.startWithProfile(Sessions.NOW, FIRST, 0, -2_000));
    assertEquals(ResponseCode.OK, drive.response().responseCode());
    Drive above = ready(Iso20Options.PLAIN, Sessions.priced(3));
    above.send(above.car.startWithProfile(Sessions.NOW, FIRST, -2_000, -2_000));
    above.refused(ResponseCode.FAILED_EV_POWER_PROFILE_INVALID);
  }

  /**
   * A vehicle repeats its schedule from the start of its power on: a minute later is no violation,
   * more is. A step that lies wholly in an interval has no excuse.
   */
  @Test
  void vehicleStartsLate() {
    Drive late = ready(Iso20Options.PLAIN, Sessions.priced(3));
    late.send(late.car.startWithProfile(Sessions.NOW + 60, FIRST, 10_000, 5_000));
    assertEquals(ResponseCode.OK, late.response().responseCode());
    Drive later = ready(Iso20Options.PLAIN, Sessions.priced(3));
    later.send(later.car.startWithProfile(Sessions.NOW + 61, FIRST, 10_000, 5_000));
    later.refused(ResponseCode.FAILED_EV_POWER_PROFILE_INVALID);
    PowerPlan quick =
        PowerPlan.of(
            3,
            Sessions.NOW,
            7_200,
            List.of(
                new Interval(0, 10_000, 0),
                new Interval(600, 4_000, 0),
                new Interval(630, 10_000, 0)));
    Drive within = ready(Iso20Options.PLAIN, quick);
    within.send(within.car.startWithProfile(Sessions.NOW, FIRST, 10_000));
    within.refused(ResponseCode.FAILED_EV_POWER_PROFILE_INVALID);
  }

  /** A vehicle without a clock counts from 0: from the start of the schedule it was told. */
  @Test
  void vehicleWithoutClock() {
    Drive drive = ready(Iso20Options.PLAIN, Sessions.priced(3));
    drive.station.utc = Sessions.NOW + 600;
    drive.send(drive.car.startWithProfile(0, FIRST, 10_000, 5_000));
    assertEquals(
        Sessions.NOW, drive.effect(ProfileChosen.class).steps().getFirst().startUtcSeconds());
    Drive above = ready(Iso20Options.PLAIN, Sessions.priced(3));
    above.send(above.car.startWithProfile(0, FIRST, 11_000));
    above.refused(ResponseCode.FAILED_EV_POWER_PROFILE_INVALID);
  }

  /** In dynamic control the profile is a forecast. */
  @Test
  void dynamicProfileIsAForecast() {
    Drive drive = Drive.bpt().toPower();
    drive.send(drive.car.startWithProfile(Sessions.NOW, new DynamicEvpptControlMode(), 90_000));
    assertEquals(ResponseCode.OK, drive.response().responseCode());
    assertEquals(Optional.empty(), drive.effect(ProfileChosen.class).schedule());
  }

  /** The first direction of a bidirectional vehicle; a vehicle that only charges has none. */
  @Test
  void firstDirectionIsTold() {
    Drive drive = Drive.bpt().toPower();
    drive.send(direction(drive, ChannelSelection.DISCHARGE));
    assertTrue(drive.effect(DirectionChosen.class).discharge());
    drive.send(drive.car.loop()).send(direction(drive, ChannelSelection.CHARGE));
    assertFalse(drive.effect(DirectionChosen.class).discharge());
    Drive charging = ready(Iso20Options.PLAIN, Sessions.priced(3));
    charging.send(direction(charging, ChannelSelection.DISCHARGE));
    assertFalse(charging.did(DirectionChosen.class));
  }

  private static PowerDeliveryRequest direction(Drive drive, ChannelSelection channel) {
    return new PowerDeliveryRequest(
        drive.car.header(),
        Processing.FINISHED,
        ChargeProgress.START,
        Optional.empty(),
        Optional.of(channel));
  }

  /** A promise for one service does not bind in another. */
  @Test
  void promiseEndsWithItsService() {
    Drive drive = watched();
    power(drive, 9_000);
    assertEquals(ResponseCode.WARNING_EV_POWER_PROFILE_VIOLATION, drive.response().responseCode());
    drive.send(drive.car.power(ChargeProgress.STOP));
    drive.station.closed = false;
    drive.station.isolation = Isolation.NOT_TESTED;
    drive.tick().send(drive.car.stop(ChargingSession.SERVICE_RENEGOTIATION));
    drive
        .send(drive.car.discovery())
        .send(drive.car.detail(Requests.DC))
        .send(drive.car.select(Requests.DC, Requests.SCHEDULED_SET))
        .send(drive.car.dcParameters())
        .send(drive.car.scheduledSchedule());
    Sessions.throughPreCharge(drive).send(drive.car.power(ChargeProgress.START));
    power(drive, 9_000);
    assertEquals(ResponseCode.OK, drive.response().responseCode());
  }

  /** The tolerance has codes of its own, and only where there is one. */
  @Test
  void toleranceIsConfirmedOrNot() {
    assertEquals(ResponseCode.OK, started(Sessions.tolerant(500), Optional.empty()));
    assertEquals(
        ResponseCode.OK_POWER_TOLERANCE_CONFIRMED,
        started(
            Sessions.tolerant(500),
            Optional.of(PowerToleranceAcceptance.POWER_TOLERANCE_CONFIRMED)));
    assertEquals(
        ResponseCode.WARNING_POWER_TOLERANCE_NOT_CONFIRMED,
        started(
            Sessions.tolerant(500),
            Optional.of(PowerToleranceAcceptance.POWER_TOLERANCE_NOT_CONFIRMED)));
    assertEquals(
        ResponseCode.OK,
        started(
            Sessions.priced(3), Optional.of(PowerToleranceAcceptance.POWER_TOLERANCE_CONFIRMED)));
  }

  /** A station may insist. */
  @Test
  void toleranceIsRequired() {
    Drive drive = ready(Iso20Options.PLAIN.withToleranceRequired(), Sessions.tolerant(500));
    drive.send(
        drive.car.startWithProfile(
            Sessions.NOW,
            tuple(1, Optional.of(PowerToleranceAcceptance.POWER_TOLERANCE_NOT_CONFIRMED)),
            1_000));
    drive.refused(ResponseCode.FAILED_POWER_TOLERANCE_NOT_CONFIRMED);
  }

  /** [V2G20-1864]: a warning at once, a failure after a minute, and told once. */
  @Test
  void violationIsWarnedAndThenFails() {
    Drive drive = watched();
    power(drive, 5_500);
    assertEquals(ResponseCode.OK, drive.response().responseCode());
    power(drive, 5_501);
    assertEquals(ResponseCode.WARNING_EV_POWER_PROFILE_VIOLATION, drive.response().responseCode());
    assertEquals(new ProfileViolated(5_501, 5_000), drive.effect(ProfileViolated.class));
    long end = drive.now + ProfileWatch.PATIENCE_NANOS;
    while (end - drive.now > 1_000 * Drive.MILLI) {
      drive.pass(1_000 * Drive.MILLI);
      power(drive, 5_600);
      assertEquals(
          ResponseCode.WARNING_EV_POWER_PROFILE_VIOLATION, drive.response().responseCode());
      assertFalse(drive.did(ProfileViolated.class), "it is told once");
    }
    drive.pass(end - drive.now - 1);
    power(drive, 5_600);
    assertEquals(ResponseCode.WARNING_EV_POWER_PROFILE_VIOLATION, drive.response().responseCode());
    drive.pass(1);
    power(drive, 5_600);
    drive.refused(ResponseCode.FAILED_EV_POWER_PROFILE_VIOLATION);
  }

  /** A vehicle that comes back has its whole minute again; one that gives back unasked does not. */
  @Test
  void violationEnds() {
    Drive drive = watched();
    power(drive, 6_000);
    power(drive, 5_000);
    assertEquals(ResponseCode.OK, drive.response().responseCode());
    power(drive, 6_000);
    assertTrue(drive.did(ProfileViolated.class));
    power(drive, -400);
    assertEquals(ResponseCode.OK, drive.response().responseCode());
    power(drive, -501);
    assertEquals(ResponseCode.WARNING_EV_POWER_PROFILE_VIOLATION, drive.response().responseCode());
  }

  /** Less than promised is no violation, and behind the profile's end nothing is promised. */
  @Test
  void nothingIsWatchedThatWasNotPromised() {
    Drive drive = watched();
    power(drive, 0);
    assertEquals(ResponseCode.OK, drive.response().responseCode());
    drive.station.utc = Sessions.NOW + 2 * 3_600;
    power(drive, 20_000);
    assertEquals(ResponseCode.OK, drive.response().responseCode());
    Drive silent = ready(Iso20Options.PLAIN, Sessions.tolerant(500));
    silent.send(silent.car.startWithProfile(Sessions.NOW, FIRST, 5_000));
    power(silent, 20_000);
    assertEquals(ResponseCode.OK, silent.response().responseCode());
  }

  private static Drive watched() {
    Drive drive = ready(Iso20Options.PLAIN, Sessions.tolerant(500));
    return drive.send(
        drive.car.startWithProfile(
            Sessions.NOW,
            tuple(1, Optional.of(PowerToleranceAcceptance.POWER_TOLERANCE_CONFIRMED)),
            5_000,
            5_000));
  }

  /** The station measures this power, and the vehicle sends its next request. */
  private static void power(Drive drive, double watts) {
    drive.station.volts = 100;
    drive.station.amps = watts / 100;
    drive.send(drive.car.scheduledLoop(10, 370));
  }

  private static ResponseCode started(
      PowerPlan plan, Optional<PowerToleranceAcceptance> acceptance) {
    Drive drive = ready(Iso20Options.PLAIN, plan);
    drive.send(drive.car.startWithProfile(Sessions.NOW, tuple(1, acceptance), 1_000));
    assertTrue(drive.did(SeccEffect.Respond.class));
    return drive.response().responseCode();
  }

  private static Drive ready(Iso20Options options, PowerPlan plan) {
    Drive drive = Sessions.scheduled(options);
    drive.station.outlook = Outlook.NONE.withPlan(plan);
    return Sessions.throughPreCharge(drive.send(drive.car.scheduledSchedule()));
  }

  private static EvpptControlMode tuple(long id, Optional<PowerToleranceAcceptance> acceptance) {
    return new ScheduledEvpptControlMode(id, acceptance);
  }
}
