package energy.ebbflow.simulator.physics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ContactorTest {
  private final Contactor open = Contactor.open(new ContactorSpec(0.040, 0.020));

  @Test
  void contactsFollowTheCoilAfterTheirDelay() {
    Contactor closing = open.command(true).after(0.035);
    assertFalse(closing.closed());
    Contactor closed = closing.after(0.005);
    assertTrue(closed.closed());
    assertTrue(closed.command(false).after(0.019).closed());
    assertFalse(closed.command(false).after(0.020).closed());
    assertEquals(1, closed.command(false).after(1).cycles());
  }

  @Test
  void withdrawnCommandDoesNotClose() {
    assertFalse(open.command(true).after(0.030).command(false).after(1).closed());
  }

  @Test
  void weldedStaysClosedAndTheMirrorContactTellsIt() {
    Contactor welded = open.command(true).after(1).with(ContactorFault.WELDED).command(false);
    assertTrue(welded.after(1).closed());
    assertTrue(welded.after(1).feedback());
  }

  @Test
  void stuckNeverClosesAndDeadFeedbackLies() {
    assertFalse(open.with(ContactorFault.STUCK_OPEN).command(true).after(1).closed());
    Contactor lying = open.with(ContactorFault.FEEDBACK_DEAD).command(true).after(1);
    assertTrue(lying.closed());
    assertFalse(lying.feedback());
  }
}
