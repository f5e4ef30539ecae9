package energy.ebbflow.simulator.ev.iso2;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.ebbflow.exi.Octets;
import energy.ebbflow.iso15118.message.V2gMessage;
import energy.ebbflow.iso15118.message.iso2.Body;
import energy.ebbflow.iso15118.message.iso2.Iso2Message;
import energy.ebbflow.iso15118.message.iso2.MessageHeader;
import energy.ebbflow.iso15118.message.iso2.ResponseCode;
import energy.ebbflow.iso15118.message.iso2.session.ChargingSession;
import energy.ebbflow.iso15118.message.iso2.session.SessionSetupResponse;
import energy.ebbflow.iso15118.message.iso2.session.SessionStopRequest;
import energy.ebbflow.iso15118.message.iso2.session.SessionStopResponse;
import energy.ebbflow.simulator.ev.body.VehicleBody;
import energy.ebbflow.simulator.ev.model.EvConfig;
import energy.ebbflow.simulator.ev.model.EvContext;
import energy.ebbflow.simulator.ev.model.EvEffect;
import energy.ebbflow.simulator.ev.model.EvInput;
import energy.ebbflow.simulator.ev.model.EvProtocol;
import energy.ebbflow.simulator.ev.model.EvTime;
import energy.ebbflow.simulator.ev.model.PausedSession;
import energy.ebbflow.simulator.ev.model.UserWish;
import energy.ebbflow.simulator.ev.model.Wishes;
import energy.ebbflow.simulator.ev.talk.Conversation;
import energy.ebbflow.simulator.ev.talk.Outcome;
import energy.ebbflow.simulator.ev.talk.Start;
import energy.ebbflow.simulator.ev.talk.Talk;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A paused session is joined by the id it had [V2G2-741]. */
class ResumeTest {
  private static final Octets FORMER = Octets.ofHex("1111111111111111");
  private static final Octets OTHER = Octets.ofHex("2222222222222222");

  private static EvContext context(Wishes wishes) throws Exception {
    EvConfig config = Iso2Bench.dcVehicle();
    return new EvContext(
        config, new VehicleBody(config.body()).view(), new EvTime(0, 0), wishes, Optional.empty());
  }

  private static Talk<Iso2Session> rejoining() {
    return Iso2Session.begin(
        new Start(EvProtocol.ISO2, false, Optional.of(new PausedSession(EvProtocol.ISO2, FORMER))),
        0);
  }

  private static Outcome.Talking ask(Talk<?> talk, EvContext context) {
    return assertInstanceOf(
        Outcome.Talking.class, Conversation.step(talk, new EvInput.Tick(), context));
  }

  private static Outcome answer(Talk<?> talk, Octets id, ResponseCode code) throws Exception {
    V2gMessage setup =
        new Iso2Message(
            new MessageHeader(id, Optional.empty(), Optional.empty()),
            new Body(
                Optional.of(new SessionSetupResponse(code, "DE*EBB*E0001*1", Optional.empty()))));
    return Conversation.step(talk, new EvInput.Received(setup), context(Wishes.CHARGE));
  }

  private static Iso2Message sent(List<EvEffect> effects) {
    return (Iso2Message)
        effects.stream()
            .filter(EvEffect.Send.class::isInstance)
            .map(e -> ((EvEffect.Send) e).request())
            .findFirst()
            .orElseThrow();
  }

  @Test
  void headerOfTheSetupCarriesTheFormerId() throws Exception {
    Outcome.Talking asked = ask(rejoining(), context(Wishes.CHARGE));
    assertEquals(FORMER, sent(asked.effects()).header().sessionId());
  }

  @Test
  void joinedSessionGoesOn() throws Exception {
    Outcome.Talking asked = ask(rejoining(), context(Wishes.CHARGE));
    Outcome.Talking on =
        assertInstanceOf(
            Outcome.Talking.class,
            answer(asked.talk(), FORMER, ResponseCode.OK_OLD_SESSION_JOINED));
    assertEquals(FORMER, sent(on.effects()).header().sessionId());
    assertTrue(on.effects().contains(new EvEffect.Note("the paused session goes on")));
  }

  @Test
  void chargerThatHasForgottenBeginsAnew() throws Exception {
    Outcome.Talking asked = ask(rejoining(), context(Wishes.CHARGE));
    Outcome.Talking on =
        assertInstanceOf(
            Outcome.Talking.class,
            answer(asked.talk(), OTHER, ResponseCode.OK_NEW_SESSION_ESTABLISHED));
    assertEquals(OTHER, sent(on.effects()).header().sessionId());
  }

  @Test
  void chargerThatJoinsAnotherSessionThanAskedForIsLeft() throws Exception {
    Outcome.Talking asked = ask(rejoining(), context(Wishes.CHARGE));
    Outcome.Broken broken =
        assertInstanceOf(
            Outcome.Broken.class, answer(asked.talk(), OTHER, ResponseCode.OK_OLD_SESSION_JOINED));
    assertTrue(broken.reason().contains("another session"), broken.reason());
  }

  // The wish to pause ends in SessionStop(Pause), and the id is kept.
  @Test
  void pauseKeepsTheSession() throws Exception {
    EvContext pausing = context(Wishes.CHARGE.with(UserWish.PAUSE));
    Talk<Iso2Session> talk =
        Talk.begin(Iso2Session.unopened(FORMER).answered(FORMER), new SessionStop(true), 0);
    Outcome.Talking asked = ask(talk, pausing);
    SessionStopRequest stop =
        (SessionStopRequest) sent(asked.effects()).body().bodyElement().orElseThrow();
    assertEquals(ChargingSession.PAUSE, stop.chargingSession());
    V2gMessage answer =
        new Iso2Message(
            new MessageHeader(FORMER, Optional.empty(), Optional.empty()),
            new Body(Optional.of(new SessionStopResponse(ResponseCode.OK))));
    Outcome.Ended ended =
        assertInstanceOf(
            Outcome.Ended.class,
            Conversation.step(asked.talk(), new EvInput.Received(answer), pausing));
    assertEquals(Optional.of(new PausedSession(EvProtocol.ISO2, FORMER)), ended.paused());
  }
}
