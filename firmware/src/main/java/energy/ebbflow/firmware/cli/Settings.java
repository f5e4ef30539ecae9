package energy.ebbflow.firmware.cli;

import energy.ebbflow.firmware.config.OutletSection;
import energy.ebbflow.firmware.config.Protocol;
import energy.ebbflow.firmware.config.StationConfig;
import energy.ebbflow.firmware.evse.EvseSettings;
import energy.ebbflow.firmware.evse.path.LinkRules;
import energy.ebbflow.firmware.evse.path.PathChoice;
import energy.ebbflow.firmware.supervisor.SupervisorConfig;
import energy.ebbflow.firmware.vehicle.Iso15118Sessions;
import energy.ebbflow.hal.EvseConfig;
import energy.ebbflow.iec61851.PilotConfig;
import energy.ebbflow.iec61851.PilotTiming;

/**
 * Turns the board file into what one outlet is told.
 *
 * @param digital the outlet has a link on which vehicles can speak ISO 15118
 * @param backOffice there is somebody to ask
 * @param speed of the station's clock
 */
record Settings(
    StationConfig config, EvseConfig evse, boolean digital, boolean backOffice, double speed) {
  private static final double NANOS_PER_SECOND = 1e9;

  /** Our own: meter values every minute where no back office wants it otherwise. */
  private static final double SAMPLE_SECONDS = 60;

  /** A cold handshake on a busy machine takes a second or two, in real time. */
  private static final double HANDSHAKE_SECONDS = 2;

  EvseSettings evse(String transactionPrefix) {
    return new EvseSettings(
        evse,
        path(),
        supervisor(),
        config.energy(),
        new Iso15118Sessions(new SessionOffer(config, evse).secc()),
        config.autoToken(backOffice),
        nanos(config.firmware().plugSeconds()),
        nanos(config.firmware().stopSeconds()),
        nanos(SAMPLE_SECONDS),
        transactionPrefix,
        new LinkRules(
            nanos(config.iso15118().pauseSeconds()),
            config.outlet(evse.id()).acDischarge(),
            config.outlet(evse.id()).needs()),
        config.basic().settings(evse));
  }

  /** An AC outlet tries each digital protocol before it falls back for good. */
  private PathChoice path() {
    OutletSection outlet = config.outlet(evse.id());
    int spoken = (int) outlet.protocols().stream().filter(Protocol::digital).count();
    return new PathChoice(
        digital,
        outlet.basic(),
        outlet.basic() ? PathChoice.AC_ATTEMPTS * Math.max(1, spoken) : PathChoice.DC_ATTEMPTS,
        nanos(config.iso15118().linkSeconds() + HANDSHAKE_SECONDS * (speed - 1)),
        switch (config.iso15118().fallback()) {
          case X1 -> PathChoice.Fallback.X1;
          case F -> PathChoice.Fallback.F;
        });
  }

  PilotConfig pilot() {
    PilotTiming standard = PilotTiming.STANDARD;
    return new PilotConfig(
        evse.ventilation(),
        standard
            .withSampleTimeoutNanos(nanos(config.firmware().silenceSeconds() * speed))
            .withFollowNanos(standard.followNanos() + slack()));
  }

  private SupervisorConfig supervisor() {
    SupervisorConfig standard =
        switch (evse.outlet()) {
          case EvseConfig.Outlet.Dc dc ->
              SupervisorConfig.of(
                  true,
                  dc.maxVolts().value(),
                  Math.max(
                      dc.charge().maxAmps().value(),
                      dc.discharge().map(limits -> limits.maxAmps().value()).orElse(0.0)),
                  config.firmware().celsiusMax());
          case EvseConfig.Outlet.Ac ac ->
              SupervisorConfig.of(
                  false,
                  evse.nominalVolts().value(),
                  ac.max().value(),
                  config.firmware().celsiusMax());
        };
    return standard.withSensors(config.firmware().sensors()).withSlack(slack());
  }

  /**
   * What devices may take longer than usual: silence is a matter of real time, so a station that
   * pretends to be fast waits longer on its own clock.
   */
  private long slack() {
    long patience = nanos(config.firmware().silenceSeconds() * speed);
    return Math.max(0, patience - PilotTiming.STANDARD.sampleTimeoutNanos());
  }

  private static long nanos(double seconds) {
    return (long) (seconds * NANOS_PER_SECOND);
  }
}
