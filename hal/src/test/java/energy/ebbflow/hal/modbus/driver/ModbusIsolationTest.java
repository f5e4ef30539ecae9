package energy.ebbflow.hal.modbus.driver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.ebbflow.hal.BoardClock;
import energy.ebbflow.hal.Reading;
import energy.ebbflow.hal.Volts;
import energy.ebbflow.hal.config.ConfigException;
import energy.ebbflow.hal.modbus.IsolationMap;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A Bender isoCHA425HV, moved by hand; no thread, and the clock is the test's. */
class ModbusIsolationTest implements RegisterSource, BoardClock {
  private static final long SECOND = 1_000_000_000L;

  private final List<Reading> readings = new ArrayList<>();
  private final List<Volts> volts = new ArrayList<>();
  private final List<String> writes = new ArrayList<>();
  private final ModbusIsolation monitor;
  private long now;
  private boolean silent;
  private float ohms = 250_000;
  private int state = 0x0002;

  ModbusIsolationTest() throws ConfigException {
    monitor =
        new ModbusIsolation(
            IsolationMap.named("bender-isocha425hv"),
            this,
            volts::add,
            24 * 3600 * SECOND,
            readings::add,
            this);
  }

  @Override
  public long nanos() {
    return now;
  }

  @Override
  public double speed() {
    return 1;
  }

  @Override
  public byte[] read(boolean input, int address, int count) throws IOException {
    if (silent) {
      throw new IOException("no answer within 1000 ms");
    }
    assertEquals(1000, address);
    return ByteBuffer.allocate(count * 2)
        .putFloat(0, ohms)
        .putShort(4, (short) state)
        .putFloat(16, 401.5f)
        .putShort(20, (short) 0x0004)
        .array();
  }

  @Override
  public void write(int address, int value) throws IOException {
    if (silent) {
      throw new IOException("no answer within 1000 ms");
    }
    writes.add(address + "=" + Integer.toHexString(value));
  }

  /** Lets a first self-test pass, as a station does before its first session. */
  private void tested() {
    monitor.poll();
    state = 0x8002;
    monitor.poll();
    state = 0x0002;
    monitor.poll();
    writes.clear();
    volts.clear();
  }

  @Test
  void itIsSetUpTestedAndThenMeasures() {
    monitor.poll();
    assertEquals(List.of("3023=0", "3021=0", "3026=1", "8005=5445"), writes);
    monitor.start();
    state = 0x8002;
    monitor.poll();
    assertEquals(List.of(), readings, "no value while it tests itself");
    state = 0x0002;
    monitor.poll();
    assertEquals(List.of(new Reading.Isolation(250)), readings);
    assertEquals(new Volts(401.5), volts.getLast());
  }

  @Test
  void itIsOnlyToldWhileItIsWantedAndTheVoltageAlways() {
    tested();
    monitor.poll();
    assertEquals(List.of(), readings);
    assertEquals(1, volts.size());
    monitor.start();
    monitor.poll();
    monitor.stop();
    monitor.poll();
    assertEquals(List.of(new Reading.Isolation(250)), readings);
  }

  /** A good value of before says nothing: silence is a fault, said again every 10 s. */
  @Test
  void silenceIsAFaultAndNeverAValue() {
    tested();
    monitor.start();
    silent = true;
    monitor.poll();
    monitor.poll();
    assertEquals(List.of(), readings);
    monitor.poll();
    assertEquals(
        List.of(
            new Reading.DeviceFault(
                "isolation monitor",
                "expected a value of the Bender isoCHA425HV, no answer within 1000 ms (3 times)")),
        readings);
    now += 9 * SECOND;
    monitor.poll();
    assertEquals(1, readings.size());
    now += SECOND;
    monitor.poll();
    assertEquals(2, readings.size());
    // Who comes back is set up anew.
    silent = false;
    monitor.poll();
    assertEquals(List.of("3023=0", "3021=0", "3026=1"), writes);
    assertEquals(new Reading.Isolation(250), readings.getLast());
  }

  @Test
  void aDeviceErrorAnInvalidValueAndAWrongUnitAreFaults() {
    tested();
    monitor.start();
    for (int wrong : new int[] {0x0202, 0x00C2, 0x0004}) {
      state = wrong;
      readings.clear();
      now += 60 * SECOND;
      monitor.poll();
      monitor.poll();
      monitor.poll();
      assertEquals(1, readings.size(), "state 0x" + Integer.toHexString(wrong));
      assertTrue(readings.getFirst() instanceof Reading.DeviceFault);
      state = 0x0002;
      monitor.poll();
    }
  }

  @Test
  void aTestThatDoesNotEndIsAFaultUntilOneEnds() {
    monitor.poll();
    state = 0x8002;
    now += 29 * SECOND;
    monitor.poll();
    monitor.poll();
    monitor.poll();
    assertEquals(List.of(), readings);
    now += SECOND;
    monitor.poll();
    monitor.poll();
    monitor.poll();
    assertEquals(
        "expected a value of the Bender isoCHA425HV, its self-test did not end within 30 s (3"
            + " times)",
        ((Reading.DeviceFault) readings.getLast()).detail());
    now += 60 * SECOND;
    monitor.poll();
    state = 0x0002;
    monitor.poll();
    readings.clear();
    monitor.start();
    monitor.poll();
    assertEquals(List.of(new Reading.Isolation(250)), readings);
  }

  @Test
  void noTestInterruptsASession() {
    tested();
    monitor.start();
    now += 25 * 3600 * SECOND;
    monitor.poll();
    assertEquals(List.of(), writes);
    monitor.stop();
    monitor.poll();
    assertEquals(List.of("8005=5445"), writes);
  }
}
