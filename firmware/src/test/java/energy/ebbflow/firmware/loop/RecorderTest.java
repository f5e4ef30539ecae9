package energy.ebbflow.firmware.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.ebbflow.firmware.evse.EvseEffect;
import energy.ebbflow.firmware.evse.EvseInput;
import energy.ebbflow.firmware.evse.Moment;
import energy.ebbflow.firmware.evse.Observation;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class RecorderTest {
  private static final Moment NOW = new Moment(0, Instant.EPOCH);
  private final BlockingQueue<EvseInput> told = new ArrayBlockingQueue<>(16);
  private final List<EvseEffect> written = new CopyOnWriteArrayList<>();

  /** What must not be lost is tried again until the disk has room; its order stays. */
  @Test
  void aDurableRecordIsTriedAgainAndKeepsItsPlace() throws InterruptedException {
    AtomicInteger failures = new AtomicInteger(1);
    Recorder recorder =
        new Recorder(
            "test",
            (evse, effect, at) -> {
              if (failures.getAndDecrement() > 0) {
                throw new Recorder.NotStoredException("disk full", true, new Exception("test"));
              }
              written.add(effect);
            },
            told::add);
    recorder.offer(1, note("first"), NOW);
    recorder.offer(1, note("second"), NOW);
    recorder.start();
    EvseInput.StorageFailed failed =
        assertInstanceOf(EvseInput.StorageFailed.class, told.poll(10, TimeUnit.SECONDS));
    assertEquals("disk full", failed.detail());
    assertInstanceOf(EvseInput.StorageBack.class, told.poll(10, TimeUnit.SECONDS));
    recorder.close();
    assertEquals(List.of(note("first"), note("second")), written);
  }

  /** That the disk is full is told while it is full, although a transaction's end waits for it. */
  @Test
  void whatIsOnlyToldOvertakesWhatWaitsForTheDisk() throws InterruptedException {
    AtomicInteger full = new AtomicInteger(1);
    BlockingQueue<EvseEffect> heard = new ArrayBlockingQueue<>(16);
    Recorder recorder =
        new Recorder(
            "test",
            new Recorder.Writer() {
              @Override
              public void write(int evse, EvseEffect effect, Moment at)
                  throws Recorder.NotStoredException {
                if (!overtakes(effect) && full.get() == 1) {
                  throw new Recorder.NotStoredException("disk full", true, new Exception("test"));
                }
                heard.add(effect);
              }

              @Override
              public boolean overtakes(EvseEffect effect) {
                return effect.equals(note("fault"));
              }
            },
            told::add);
    recorder.offer(1, note("end"), NOW);
    recorder.offer(1, note("after"), NOW);
    recorder.offer(1, note("fault"), NOW);
    recorder.start();
    assertEquals(note("fault"), heard.poll(10, TimeUnit.SECONDS));
    full.set(0);
    assertEquals(note("end"), heard.poll(10, TimeUnit.SECONDS));
    assertEquals(note("after"), heard.poll(10, TimeUnit.SECONDS));
    recorder.close();
    assertTrue(heard.isEmpty(), "each is told once");
  }

  @Test
  void aFullQueueSaysNo() {
    Recorder recorder = new Recorder("test", (evse, effect, at) -> written.add(effect), told::add);
    boolean taken = true;
    int count = 0;
    while (taken && count <= Recorder.RECORDS_MAX) {
      taken = recorder.offer(1, note("x"), NOW);
      count++;
    }
    assertTrue(!taken && count == Recorder.RECORDS_MAX + 1);
  }

  private static EvseEffect note(String text) {
    return new EvseEffect.Observe(new Observation.Note(text));
  }
}
