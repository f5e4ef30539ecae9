package energy.ebbflow.iec61851;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** The machine's own deadlines: a loop that sleeps until them misses nothing. */
class PilotDeadlineTest {
  private static final PilotConfig CONFIG = PilotConfig.standard(true);

  @Test
  void beforeTheFirstStepTheDeadlineIsNow() {
    assertEquals(OptionalLong.of(5), PilotMachine.initial(CONFIG).nextDeadlineNanos(5));
  }

  @Test
  void theDeadlineIsLaterThanNowEvenWhereTheClockWraps() {
    long now = Long.MAX_VALUE - 1;
    PilotMachine machine =
        PilotMachine.initial(CONFIG).step(new PilotInput.Sample(9, 9), now).next();
    assertEquals(
        25_000_000L,
        machine.nextDeadlineNanos(now).orElseThrow() - now,
        "the end of the time for which a missing request is bridged");
  }

  /** One machine is ticked every ms, the other only at its own deadlines: same effects. */
  @Property(tries = 300)
  void tickingAtDeadlinesIsAsGoodAsTickingAlways(
      @ForAll @Size(max = 12) List<@IntRange(max = 12) Integer> script) {
    assertEquals(run(script, true), run(script, false));
  }

  private static List<String> run(List<Integer> script, boolean always) {
    List<String> effects = new ArrayList<>();
    PilotMachine machine = PilotMachine.initial(CONFIG);
    long now = 0;
    for (int choice : script) {
      PilotMachine.Step step = machine.step(input(choice), now);
      machine = step.next();
      note(effects, now, step);
      long end = now + PilotRig.MILLI * (choice % 3 == 0 ? 130 : 620);
      while (now < end) {
        OptionalLong deadline = machine.nextDeadlineNanos(now);
        long next = always ? now + PilotRig.MILLI : Math.min(end, deadline.orElse(end));
        assertTrue(next > now, "a deadline must lie ahead");
        now = next;
        step = machine.step(new PilotInput.Tick(), now);
        machine = step.next();
        note(effects, now, step);
      }
    }
    return effects;
  }

  private static void note(List<String> effects, long now, PilotMachine.Step step) {
    step.effects().forEach(effect -> effects.add(now / PilotRig.MILLI + " " + effect));
  }

  private static PilotInput input(int choice) {
    return switch (choice) {
      case 0 -> new PilotInput.Sample(12, -12);
      case 1 -> new PilotInput.Sample(9, -12);
      case 2, 3 -> new PilotInput.Sample(6, -12);
      case 4 -> new PilotInput.Sample(3, -12);
      case 5 -> new PilotInput.Sample(0, 0);
      case 6 -> new PilotInput.Sample(6, -6);
      case 7 -> new PilotInput.Offer(new PilotOffer.Basic(16));
      case 8 -> new PilotInput.Offer(new PilotOffer.Basic(20));
      case 9 -> new PilotInput.Offer(new PilotOffer.None());
      case 10 -> new PilotInput.Offer(new PilotOffer.NotAvailable());
      case 11 -> new PilotInput.Permission(true);
      default -> new PilotInput.ContactorFeedback(true);
    };
  }
}
