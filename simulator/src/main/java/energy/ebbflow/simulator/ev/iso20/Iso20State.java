package energy.ebbflow.simulator.ev.iso20;

import energy.ebbflow.simulator.ev.iso20.wire.Ending;
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
        VehicleCheckIn,
        ChargeParameterDiscovery,
        ScheduleExchange,
        CableCheck,
        PreCharge,
        PowerDeliveryStart,
        ChargeLoop,
        AcChargeLoop,
        ScheduleRenegotiation,
        MeteringConfirmation,
        Standby,
        PowerDeliveryStop,
        WeldingDetection,
        VehicleCheckOut,
        SessionStop {

  /** Energy may flow in this state, so the end of the session starts with PowerDelivery(Stop). */
  default boolean energised() {
    return false;
  }

  @Override
  default Optional<TalkState<Iso20Session>> stopping(Iso20Session session, boolean pause) {
    Ending ending = Ending.of(pause);
    return switch (this) {
      case SessionSetup _,
          PowerDeliveryStop _,
          WeldingDetection _,
          VehicleCheckOut _,
          SessionStop _ ->
          Optional.empty();
      // The current is brought down first; once that has begun it is only carried on.
      case AcChargeLoop loop ->
          loop.after().isPresent() ? Optional.empty() : Optional.of(loop.before(ending));
      case AuthorizationSetup _,
          Authorize _,
          ServiceDiscovery _,
          ServiceDetail _,
          ServiceSelection _,
          VehicleCheckIn _,
          ChargeParameterDiscovery _,
          ScheduleExchange _,
          CableCheck _,
          PreCharge _,
          PowerDeliveryStart _,
          ChargeLoop _,
          ScheduleRenegotiation _,
          MeteringConfirmation _,
          Standby _ ->
          Optional.of(energised() ? new PowerDeliveryStop(ending) : new SessionStop(ending));
    };
  }
}
