package energy.ebbflow.iso15118.secc.iso20.loop;

import energy.ebbflow.iso15118.message.iso20.DetailedCost;
import energy.ebbflow.iso15118.message.iso20.EvseNotification;
import energy.ebbflow.iso15118.message.iso20.EvseStatus;
import energy.ebbflow.iso15118.message.iso20.MeterInfo;
import energy.ebbflow.iso15118.message.iso20.RationalNumber;
import energy.ebbflow.iso15118.message.iso20.Receipt;
import energy.ebbflow.iso15118.secc.Outlook.Ask;
import energy.ebbflow.iso15118.secc.Outlook.Cost;
import energy.ebbflow.iso15118.secc.Outlook.Reading;
import energy.ebbflow.iso15118.secc.iso20.ControlMode;
import energy.ebbflow.iso15118.secc.iso20.Iso20Data;
import energy.ebbflow.iso15118.secc.iso20.Turn;
import energy.ebbflow.iso15118.secc.iso20.schedule.Schedules;
import java.util.List;
import java.util.Optional;

/** What the responses of the AC and the DC charge loop have in common. */
public final class LoopStatus {
  /** How long a vehicle in dynamic control may take to pause, s [V2G20-1850]. */
  private static final int PAUSE_DELAY_DYNAMIC_SECONDS = 60;

  /** To 0.01 of the currency up to 327.67, coarser above. */
  private static final int FINEST_AMOUNT = -2;

  /** To 0.0001 of the currency. */
  private static final int FINEST_PRICE = -4;

  private LoopStatus() {}

  /**
   * What the station wants of the vehicle, said in every response until it follows. The end comes
   * first, then a plan that no longer holds, then what else the station asks for.
   */
  public static Optional<EvseStatus> notification(Turn turn) {
    return end(turn).or(() -> renegotiation(turn)).or(() -> ask(turn));
  }

  /** The same while a vehicle rests in standby. */
  public static Optional<EvseStatus> standby(Turn turn) {
    return end(turn).or(() -> asked(turn, Ask.EXIT_STANDBY, EvseNotification.EXIT_STANDBY));
  }

  /** The meter's reading, where it was asked for by the vehicle or is to be confirmed. */
  public static Optional<MeterInfo> meter(Turn turn, boolean wanted) {
    boolean confirm = turn.view().outlook().ask().equals(Optional.of(Ask.METERING_CONFIRMATION));
    return wanted || confirm ? reading(turn) : Optional.empty();
  }

  /** What the session knows once this reading was told. */
  public static Iso20Data told(Iso20Data data, Optional<MeterInfo> reading) {
    return reading.map(data::withMeter).orElse(data);
  }

  /** What the session cost so far; it goes with a reading. */
  public static Optional<Receipt> receipt(Turn turn, Optional<MeterInfo> reading) {
    return reading.flatMap(any -> turn.view().outlook().cost()).map(LoopStatus::receipt);
  }

  private static Receipt receipt(Cost cost) {
    return new Receipt(
        cost.sinceUtcSeconds(),
        Optional.of(
            new DetailedCost(
                RationalNumber.nearest(cost.total(), FINEST_AMOUNT),
                RationalNumber.nearest(cost.pricePerKwh(), FINEST_PRICE))),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of());
  }

  private static Optional<EvseStatus> end(Turn turn) {
    return turn.view()
        .stop()
        .map(
            stop ->
                switch (stop) {
                  case TERMINATE, FAULT -> new EvseStatus(0, EvseNotification.TERMINATE);
                  case PAUSE ->
                      new EvseStatus(
                          turn.data().chosen().mode() == ControlMode.DYNAMIC
                              ? PAUSE_DELAY_DYNAMIC_SECONDS
                              : 0,
                          EvseNotification.PAUSE);
                });
  }

  private static Optional<EvseStatus> renegotiation(Turn turn) {
    return Schedules.outdated(turn)
        ? Optional.of(new EvseStatus(0, EvseNotification.SCHEDULE_RENEGOTIATION))
        : Optional.empty();
  }

  private static Optional<EvseStatus> ask(Turn turn) {
    // What the vehicle would be refused for is not asked of it.
    return asked(turn, Ask.SCHEDULE_RENEGOTIATION, EvseNotification.SCHEDULE_RENEGOTIATION)
        .or(
            () ->
                turn.config().serviceRenegotiation()
                    ? asked(turn, Ask.SERVICE_RENEGOTIATION, EvseNotification.SERVICE_RENEGOTIATION)
                    : Optional.empty())
        .or(
            () ->
                turn.config().meterId().isPresent()
                    ? asked(turn, Ask.METERING_CONFIRMATION, EvseNotification.METERING_CONFIRMATION)
                    : Optional.empty());
  }

  private static Optional<EvseStatus> asked(Turn turn, Ask ask, EvseNotification notification) {
    return turn.view().outlook().ask().equals(Optional.of(ask))
        ? Optional.of(new EvseStatus(0, notification))
        : Optional.empty();
  }

  private static Optional<MeterInfo> reading(Turn turn) {
    Optional<Reading> own = turn.view().outlook().reading();
    return turn.config()
        .meterId()
        .map(
            id ->
                new MeterInfo(
                    id,
                    Math.max(0, Math.round(turn.view().importedWattHours())),
                    turn.data().chosen().service().bidirectional()
                        ? Optional.of(Math.max(0, Math.round(turn.view().exportedWattHours())))
                        : Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    own.flatMap(Reading::signature),
                    own.flatMap(Reading::status),
                    Optional.of(turn.view().utcSeconds())));
  }
}
