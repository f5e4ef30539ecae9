package energy.ebbflow.simulator.ev.iso20;

import energy.ebbflow.simulator.ev.talk.TalkState;
import java.util.Optional;

/** A state of a conversation by ISO 15118-20. */
public sealed interface Iso20State extends TalkState<Iso20Session>
    permits SessionSetup,
        AuthorizationSetup,
        Authorize,
        ServiceDiscovery,
        ServiceDetail,
        ServiceSelection,
        ChargeParameterDiscovery,
        ScheduleExchange,
        CableCheck,
        PreCharge,
        PowerDeliveryStart,
        ChargeLoop,
        PowerDeliveryStop,
        WeldingDetection,
        SessionStop {

  /** Energy may flow in this state, so the end of the session starts with PowerDelivery(Stop). */
  default boolean energised() {
    return false;
  }

  @Override
  default Optional<TalkState<Iso20Session>> stopping(Iso20Session session, boolean pause) {
    return switch (this) {
      case SessionSetup _, PowerDeliveryStop _, WeldingDetection _, SessionStop _ ->
          Optional.empty();
      case AuthorizationSetup _,
          Authorize _,
          ServiceDiscovery _,
          ServiceDetail _,
          ServiceSelection _,
          ChargeParameterDiscovery _,
          ScheduleExchange _,
          CableCheck _,
          PreCharge _,
          PowerDeliveryStart _,
          ChargeLoop _ ->
          Optional.of(energised() ? new PowerDeliveryStop(pause) : new SessionStop(pause));
    };
  }
}
