package energy.ebbflow.iso15118.secc.iso20;

import energy.ebbflow.iso15118.message.iso20.power.ChargeProgress;
import energy.ebbflow.iso15118.message.iso20.schedule.ChargingSchedule;
import energy.ebbflow.iso15118.message.iso20.schedule.ScheduleExchangeResponse;
import energy.ebbflow.iso15118.message.iso20.schedule.ScheduledSeResControlMode;
import energy.ebbflow.iso15118.secc.Drive;
import energy.ebbflow.iso15118.secc.PowerPlan;
import energy.ebbflow.iso15118.secc.PowerPlan.Interval;
import energy.ebbflow.iso15118.secc.PowerPlan.Schedule;
import energy.ebbflow.iso15118.secc.Requests;
import energy.ebbflow.iso15118.secc.SeccConfig;
import energy.ebbflow.iso15118.secc.SeccEffect;
import energy.ebbflow.iso15118.secc.iso20.offer.Iso20Options;
import java.util.List;
import java.util.Optional;

/** Ways into the sessions that these tests are about. */
final class Sessions {
  /** The second in which a station of these tests starts. */
  static final long NOW = 1_780_000_000L;

  private Sessions() {}

  /** 10 kW for an hour at 0.40, then 5 kW in and 2 kW out for two hours at 0.10 and 0.30. */
  static PowerPlan priced(int version) {
    return new PowerPlan(
        version,
        NOW,
        3 * 3_600,
        List.of(
            new Schedule(
                1,
                List.of(
                    new Interval(0, 10_000, 0, Optional.of(0.40), Optional.empty()),
                    new Interval(3_600, 5_000, 2_000, Optional.of(0.10), Optional.of(0.30)))),
            new Schedule(
                2, List.of(new Interval(0, 3_000, 0, Optional.of(0.20), Optional.empty())))),
        Optional.of("EUR"),
        Optional.empty());
  }

  static PowerPlan tolerant(double watts) {
    PowerPlan plan = priced(3);
    return new PowerPlan(
        plan.version(),
        plan.startUtcSeconds(),
        plan.durationSeconds(),
        plan.schedules(),
        plan.currency(),
        Optional.of(watts));
  }

  static Drive dc(Iso20Options options) {
    return Drive.with(SeccConfig.dcBidirectional("meter-1").with(options));
  }

  static Drive ac(Iso20Options options) {
    return Drive.with(SeccConfig.acBidirectional("meter-1").with(options));
  }

  /** DC in scheduled control, up to the schedule exchange. */
  static Drive scheduled(Iso20Options options) {
    Drive drive = dc(options).toSelected(Requests.DC, Requests.SCHEDULED_SET);
    return drive.send(drive.car.dcParameters());
  }

  /** From the schedule exchange's answer to where power may start. */
  static Drive throughPreCharge(Drive drive) {
    drive.throughCableCheck().send(drive.car.preCharge(370));
    drive.station.volts = 370;
    return drive.send(drive.car.preCharge(370));
  }

  /** DC in scheduled control with the plan, in the charge loop. */
  static Drive scheduledLoop(PowerPlan plan) {
    Drive drive = scheduled(Iso20Options.PLAIN);
    drive.station.outlook = drive.station.outlook.withPlan(plan);
    throughPreCharge(drive.send(drive.car.scheduledSchedule()));
    return drive.send(drive.car.power(ChargeProgress.START)).send(drive.car.scheduledLoop(10, 370));
  }

  /** The schedules of the last response. */
  static ScheduledSeResControlMode told(Drive drive) {
    return (ScheduledSeResControlMode)
        drive.response(ScheduleExchangeResponse.class).seResControlMode();
  }

  /** The first schedule for charging that was told in the session at all. */
  static ChargingSchedule toldAny(Drive drive) {
    return drive.all.stream()
        .filter(SeccEffect.Respond.class::isInstance)
        .map(effect -> ((SeccEffect.Respond) effect).response())
        .filter(ScheduleExchangeResponse.class::isInstance)
        .map(response -> ((ScheduleExchangeResponse) response).seResControlMode())
        .map(mode -> ((ScheduledSeResControlMode) mode).scheduleTuple().getFirst())
        .findFirst()
        .orElseThrow()
        .chargingSchedule();
  }
}
