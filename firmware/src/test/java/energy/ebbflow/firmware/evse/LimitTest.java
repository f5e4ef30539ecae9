package energy.ebbflow.firmware.evse;

import static energy.ebbflow.firmware.evse.EvseRig.MILLI;
import static energy.ebbflow.firmware.evse.EvseRig.SECOND;
import static energy.ebbflow.firmware.evse.EvseRig.TOKEN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.ebbflow.hal.Reading;
import energy.ebbflow.ocpp.domain.BackOfficeCommand;
import energy.ebbflow.ocpp.domain.IdToken;
import energy.ebbflow.ocpp.domain.StationEvent;
import energy.ebbflow.ocpp.domain.StationEvent.Transaction.Kind;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * The end of a transaction by a rule: a bound (OCPP 2.1 E16), a group (C09), a master pass (C16).
 */
class LimitTest {
  private static EvseRig charging() {
    EvseRig rig = EvseRig.dc(Optional.of(TOKEN));
    rig.plug().acceptLastQuestion();
    rig.linkUp(1).agree(true).loop().run(SECOND);
    assertTrue(rig.closed());
    return rig;
  }

  private static BackOfficeCommand.End end(String transaction, Optional<IdToken> shown) {
    return new BackOfficeCommand.End(
        transaction, "EnergyLimitReached", "EnergyLimitReached", shown);
  }

  @Test
  void aBoundThatIsReachedEndsTheTransaction() {
    EvseRig rig = charging();
    rig.command(end(rig.evse.transaction().orElseThrow(), Optional.empty())).run(100 * MILLI);
    assertEquals(0, rig.amps(), "no energy flows any more");
    assertTrue(rig.transactions(Kind.ENDED).isEmpty(), "the vehicle closes its session first");
    rig.run(20 * SECOND);
    assertFalse(rig.closed());
    StationEvent.Transaction ended = rig.transactions(Kind.ENDED).getLast();
    assertEquals(Optional.of("EnergyLimitReached"), ended.stopReason());
    assertEquals("EnergyLimitReached", ended.trigger());
    assertEquals(Optional.empty(), ended.token());
  }

  @Test
  void theEndOfAnotherTransactionIsNone() {
    EvseRig rig = charging();
    rig.command(end("other", Optional.empty())).run(20 * SECOND);
    assertTrue(rig.closed());
    assertTrue(rig.transactions(Kind.ENDED).isEmpty());
  }

  /** Whether another card may end it the back office's link knows: it is asked, nothing else. */
  @Test
  void anotherCardAsksAndEndsWhereItMay() {
    EvseRig rig = charging();
    int asked = rig.told(StationEvent.AuthorisationQuestion.class).size();
    rig.input(new EvseInput.Measured(new Reading.Rfid("04FFFFFF"))).run(SECOND);
    StationEvent.AuthorisationQuestion question =
        rig.told(StationEvent.AuthorisationQuestion.class).getLast();
    assertEquals(asked + 1, rig.told(StationEvent.AuthorisationQuestion.class).size());
    IdToken shown = new IdToken("04FFFFFF", "ISO14443");
    assertEquals(shown, question.token());
    rig.command(new BackOfficeCommand.AuthorisationAnswer(question.request(), true, "Accepted"))
        .run(20 * SECOND);
    assertTrue(rig.closed(), "a stranger who may charge may not end what somebody else began");
    assertTrue(rig.transactions(Kind.ENDED).isEmpty());
    rig.command(
            new BackOfficeCommand.End(
                rig.evse.transaction().orElseThrow(),
                "MasterPass",
                "StopAuthorized",
                Optional.of(shown)))
        .run(20 * SECOND);
    StationEvent.Transaction ended = rig.transactions(Kind.ENDED).getLast();
    assertEquals(Optional.of("MasterPass"), ended.stopReason());
    assertEquals(Optional.of(shown), ended.token(), "TC_C_49: by whom it was ended is told");
  }
}
