package energy.ebbflow.iso15118.secc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.ebbflow.exi.ExiCodec;
import energy.ebbflow.exi.ExiException;
import energy.ebbflow.iso15118.message.MessageSet;
import energy.ebbflow.iso15118.message.V2gMessage;
import energy.ebbflow.iso15118.message.app.SupportedAppProtocolResponse;
import energy.ebbflow.iso15118.secc.HonestRun.Move;
import energy.ebbflow.iso15118.secc.iso20.PausedSession;
import energy.ebbflow.iso15118.transport.Sets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One session of an {@link ObedientStation}, between the bytes of its link and its effects: what
 * every session has to hold, whatever comes.
 */
final class FuzzedLink {
  /** Nothing a session does in one step takes more. */
  private static final int EFFECTS_MAX = 8;

  private static final int RESPONSE_BYTES_MAX = 8_192;

  private static final Map<MessageSet, ExiCodec<V2gMessage>> CODECS =
      new EnumMap<>(MessageSet.class);

  final ObedientStation behind;
  SeccSession session;
  long now;
  int decoded;
  int refused;
  private final HonestRun run;
  private final byte[] buffer = new byte[RESPONSE_BYTES_MAX];
  private Optional<MessageSet> legacy = Optional.of(MessageSet.APP);
  private int requests;
  private int responses;

  FuzzedLink(HonestRun run, ObedientStation behind, Optional<PausedSession> paused, long now) {
    this.run = run;
    this.behind = behind;
    this.now = now;
    session = SeccSession.initial(run.config(), Drive.SESSION_ID, paused);
  }

  void input(SeccInput input) {
    boolean over = session.ended();
    SeccSession.Step step = session.step(input, behind.station.view(), now);
    session = step.next();
    List<SeccEffect> effects = step.effects();
    assertTrue(!over || effects.isEmpty(), () -> effects + " after the end");
    assertTrue(effects.size() <= EFFECTS_MAX, effects::toString);
    for (SeccEffect effect : effects) {
      if (effect instanceof SeccEffect.Respond respond) {
        respond(respond.response());
      }
      behind.carryOut(effect);
    }
  }

  /** Bytes come, in the stream of their set, as a frame does. */
  void bytes(Move move) {
    boolean twenty = move.set().label().startsWith("iso20");
    Optional<MessageSet> set = twenty ? Optional.of(move.set()) : legacy;
    if (set.isEmpty()) {
      refused++;
      input(new SeccInput.Undecodable("a payload type that is not spoken"));
      return;
    }
    V2gMessage message;
    try {
      message = codec(set.get()).decode(move.bytes(), 0, move.bytes().length);
    } catch (ExiException wrong) {
      refused++;
      input(new SeccInput.Undecodable(String.valueOf(wrong.getMessage())));
      return;
    }
    decoded++;
    requests++;
    input(new SeccInput.Request(message));
  }

  private void respond(V2gMessage response) {
    responses++;
    assertTrue(responses <= requests, "an answer that nobody asked for");
    MessageSet set = Sets.of(response);
    // The vehicle reads what was meant: a response that cannot be written would end the link.
    int length = codec(set).encode(response, buffer, 0);
    assertEquals(response, codec(set).decode(buffer, 0, length));
    if (response instanceof SupportedAppProtocolResponse sap && sap.schemaId().isPresent()) {
      legacy = run.legacySet();
    }
  }

  private static ExiCodec<V2gMessage> codec(MessageSet set) {
    return CODECS.computeIfAbsent(set, MessageSet::codec);
  }

  /** A whole session without faults; energy has to flow, and the end has to be in order. */
  void honest() {
    behind.calm();
    input(new SeccInput.LinkUp(false, false));
    for (Move move : run.moves()) {
      now += 20 * Drive.MILLI;
      bytes(move);
      input(new SeccInput.Tick());
    }
    assertTrue(behind.energised(), () -> run + " stopped in " + session.stateName());
    assertTrue(session.ended(), () -> run + " did not end but stays in " + session.stateName());
  }
}
