package energy.ebbflow.simulator.ev.iso20;

import energy.ebbflow.iso15118.message.V2gMessage;
import energy.ebbflow.simulator.ev.model.EvContext;

/** A state of the conversation: one request and what its answer means. */
public sealed interface TalkState
    permits SupportedAppProtocol,
        SessionSetup,
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

  /** Time-out of most messages, s (ISO 15118-20 Table 215 as cited by public stacks). */
  double MESSAGE_SECONDS = 2;

  /** For how long a charger may answer "ongoing", s (V2G_EVCC_Ongoing_Timeout). */
  double ONGOING_SECONDS = 60;

  /** The request, made of fresh values. */
  V2gMessage request(Talk talk, EvContext context);

  /** What the answer means; only called with an answer to this state's request. */
  Turn answer(V2gMessage answer, Talk talk, EvContext context);

  /** How long the answer may take, s. */
  default double timeoutSeconds() {
    return MESSAGE_SECONDS;
  }

  /** Whether the request may go out now; looked at while it is due. */
  default boolean mayAsk(EvContext context) {
    return true;
  }

  /** The phase of the session, in the words of the bench's timeline. */
  String phase();

  /** Whether the pilot line must carry PWM in this state. */
  default boolean needsPilot() {
    return true;
  }

  /** Energy may flow in this state, so the end of the session starts with PowerDelivery(Stop). */
  default boolean energised() {
    return false;
  }

  /** What is left to say when the answer belongs to another request. */
  default Turn unexpected(V2gMessage answer) {
    return new Turn.Fail(
        name() + " expected its response, got " + answer.getClass().getSimpleName());
  }

  /** The state's name, as in the standard. */
  default String name() {
    return getClass().getSimpleName();
  }
}
