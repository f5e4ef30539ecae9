package energy.ebbflow.ocpp.rpc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.ebbflow.ocpp.json.StrictJson;
import energy.ebbflow.ocpp.json.WireVersion;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RpcTest {
  private static final long TIMEOUT = 30_000_000_000L;
  private static final Frame.Call CALL = new Frame.Call("a", "Heartbeat", StrictJson.object());

  private static Rpc rpc(WireVersion version) {
    return Rpc.initial(version, TIMEOUT);
  }

  private static Rpc asked() {
    return rpc(WireVersion.V21).step(new RpcInput.Ask(CALL), 0).next();
  }

  private static Rpc.Step arrived(Rpc rpc, String text) {
    return rpc.step(new RpcInput.Arrived(text), 1);
  }

  private static String written(Rpc.Step step) {
    return FrameText.write(
        assertInstanceOf(RpcEffect.Write.class, step.effects().getFirst()).frame());
  }

  @Test
  void oneCallIsOpenAtATime() {
    // OCPP 2.1 part 4, 4.1.1.
    Rpc asked = asked();
    assertFalse(asked.idle());
    assertThrows(IllegalStateException.class, () -> asked.step(new RpcInput.Ask(CALL), 1));
    assertTrue(arrived(asked, "[3,\"a\",{}]").next().idle());
  }

  @Test
  void aCallTimesOutAtItsDeadlineAndNotBefore() {
    Rpc asked = asked();
    assertEquals(List.of(), asked.step(new RpcInput.Tick(), TIMEOUT - 1).effects());
    RpcEffect.Failed failed =
        assertInstanceOf(
            RpcEffect.Failed.class, asked.step(new RpcInput.Tick(), TIMEOUT).effects().getFirst());
    assertEquals(RpcEffect.Cause.TIMEOUT, failed.cause());
  }

  @Test
  void aLateAnswerIsDropped() {
    Rpc after = asked().step(new RpcInput.Tick(), TIMEOUT).next();
    assertInstanceOf(RpcEffect.Noticed.class, arrived(after, "[3,\"a\",{}]").effects().getFirst());
  }

  @Test
  void anAnswerToAnotherIdLeavesTheCallOpen() {
    Rpc.Step step = arrived(asked(), "[3,\"b\",{}]");
    assertInstanceOf(RpcEffect.Noticed.class, step.effects().getFirst());
    assertFalse(step.next().idle());
  }

  @Test
  void aCallErrorFailsTheCall() {
    RpcEffect.Failed failed =
        assertInstanceOf(
            RpcEffect.Failed.class,
            arrived(asked(), "[4,\"a\",\"InternalError\",\"no\",{}]").effects().getFirst());
    assertEquals(RpcEffect.Cause.REFUSED, failed.cause());
  }

  @Test
  void aLostConnectionFailsTheCallAsUnknown() {
    RpcEffect.Failed failed =
        assertInstanceOf(
            RpcEffect.Failed.class,
            asked().step(new RpcInput.ConnectionLost(), 1).effects().getFirst());
    assertEquals(RpcEffect.Cause.CONNECTION_LOST, failed.cause());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hello",
        "",
        "{}",
        "[]",
        "[2]",
        "[\"2\",\"x\",\"Reset\",{}]",
        "[2,5,\"Reset\",{}]",
        "[2,\"\",\"Reset\",{}]",
        "[3,\"x\"]",
        "[3,\"x\",[]]",
        "[4,\"x\",5,\"\",{}]"
      })
  void garbageIsAnsweredWithoutAnId(String text) {
    // OCPP 2.1 part 4, 4.2.3: "-1" where the id cannot be read.
    Rpc.Step step = arrived(rpc(WireVersion.V21), text);
    assertTrue(written(step).startsWith("[4,\"-1\",\"RpcFrameworkError\","), written(step));
    assertEquals(1, step.next().nonsense());
  }

  @Test
  void aCallThatIsNearlyOneIsAnsweredByItsId() {
    assertTrue(
        written(arrived(rpc(WireVersion.V21), "[2,\"x\",\"Reset\",[]]"))
            .startsWith("[4,\"x\",\"FormatViolation\","));
    assertTrue(
        written(arrived(rpc(WireVersion.V21), "[9,\"x\",\"Reset\",{}]"))
            .startsWith("[4,\"x\",\"MessageTypeNotSupported\","));
  }

  @Test
  void sendIsKnownTo21Only() {
    String send = "[6,\"x\",\"NotifyPeriodicEventStream\",{}]";
    assertInstanceOf(
        RpcEffect.Told.class, arrived(rpc(WireVersion.V21), send).effects().getFirst());
    assertTrue(
        written(arrived(rpc(WireVersion.V201), send))
            .startsWith("[4,\"x\",\"MessageTypeNotSupported\","));
  }

  @Test
  void garbageIsDroppedIn16() {
    // OCPP-J 1.6 has no answer for it.
    assertInstanceOf(
        RpcEffect.Noticed.class, arrived(rpc(WireVersion.V16), "hello").effects().getFirst());
  }

  @Test
  void tooMuchNonsenseEndsTheConnection() {
    Rpc rpc = rpc(WireVersion.V21);
    for (int i = 1; i < Rpc.MAX_NONSENSE; i++) {
      Rpc.Step step = arrived(rpc, "nonsense");
      assertInstanceOf(RpcEffect.Write.class, step.effects().getFirst());
      rpc = step.next();
    }
    assertInstanceOf(RpcEffect.GiveUp.class, arrived(rpc, "nonsense").effects().getFirst());
  }

  @Test
  void aPeerMayNotOpenMoreCallsThanTheBound() {
    Rpc rpc = rpc(WireVersion.V21);
    for (int i = 0; i < Rpc.MAX_ANSWERING; i++) {
      Rpc.Step step = arrived(rpc, "[2,\"" + i + "\",\"Reset\",{}]");
      assertInstanceOf(RpcEffect.Asked.class, step.effects().getFirst());
      rpc = step.next();
    }
    assertTrue(
        written(arrived(rpc, "[2,\"more\",\"Reset\",{}]"))
            .startsWith("[4,\"more\",\"GenericError\","));
  }

  @Test
  void aCallIsAnsweredOnce() {
    Rpc rpc = arrived(rpc(WireVersion.V21), "[2,\"x\",\"Reset\",{}]").next();
    Rpc.Step first = rpc.step(new RpcInput.Answer("x", StrictJson.object()), 2);
    assertEquals("[3,\"x\",{}]", written(first));
    Rpc.Step second = first.next().step(new RpcInput.Answer("x", StrictJson.object()), 3);
    assertInstanceOf(RpcEffect.Noticed.class, second.effects().getFirst());
  }

  @Test
  void descriptionsAreBounded() {
    Rpc rpc = arrived(rpc(WireVersion.V21), "[2,\"x\",\"Reset\",{}]").next();
    Rpc.Step step =
        rpc.step(new RpcInput.Refuse("x", ErrorCode.INTERNAL_ERROR, "y".repeat(1000)), 2);
    assertEquals("[4,\"x\",\"InternalError\",\"\",{}]".length() + 255, written(step).length());
  }
}
