package energy.ebbflow.iso15118.secc.iso20.state;

import energy.ebbflow.iso15118.message.iso20.EvseNotification;
import energy.ebbflow.iso15118.message.iso20.EvseStatus;
import energy.ebbflow.iso15118.message.iso20.MeterInfo;
import energy.ebbflow.iso15118.secc.iso20.ControlMode;
import energy.ebbflow.iso15118.secc.iso20.Turn;
import java.util.Optional;

/** What the responses of the AC and the DC charge loop have in common. */
final class LoopStatus {
  /** How long a vehicle in dynamic control may take to pause, s [V2G20-1850]. */
  static final int PAUSE_DELAY_DYNAMIC_SECONDS = 60;

  private LoopStatus() {}

  /** What the station wants of the vehicle, said in every response until it follows. */
  static Optional<EvseStatus> notification(Turn turn) {
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

  static Optional<MeterInfo> meter(Turn turn) {
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
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(turn.view().utcSeconds())));
  }
}
