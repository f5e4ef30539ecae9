package energy.ebbflow.firmware.vehicles;

import energy.ebbflow.firmware.storage.DatabaseFile;
import energy.ebbflow.iec61851.tolerance.PauseTolerance;
import energy.ebbflow.iec61851.tolerance.PauseToleranceText;
import energy.ebbflow.iec61851.tolerance.VehicleKey;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The database of vehicles. Owned by one thread, never an EVSE's own.
 *
 * <p>Write-ahead logging with {@code synchronous=FULL}: a verdict is written a few times a year and
 * costs a vehicle's patience to learn again, so it survives a power cut as well as a kill.
 */
public final class VehicleStore implements AutoCloseable {
  /** Vehicles that are kept; of those that were learned, the longest unseen goes first. */
  public static final int VEHICLES_MAX = 10_000;

  private static final String COLUMNS = "key, tolerance, test_permitted, phase_switching, label";

  private final Path path;
  private final int vehiclesMax;
  private final Connection connection;

  private VehicleStore(Path path, int vehiclesMax, Connection connection) {
    this.path = path;
    this.vehiclesMax = vehiclesMax;
    this.connection = connection;
  }

  /** Opens or creates the store with the usual bound. */
  public static VehicleStore open(Path path) throws VehicleStoreException {
    return open(path, VEHICLES_MAX);
  }

  /**
   * Opens or creates the store, and checks that the whole file can be read.
   *
   * @throws VehicleStoreException if the file is damaged or cannot be used
   */
  public static VehicleStore open(Path path, int vehiclesMax) throws VehicleStoreException {
    try {
      Connection connection = DriverManager.getConnection("jdbc:sqlite:" + path);
      try (Statement statement = connection.createStatement()) {
        statement.execute("PRAGMA journal_mode=WAL");
        statement.execute("PRAGMA synchronous=FULL");
        statement.execute("PRAGMA busy_timeout=2000");
        statement.execute(
            "CREATE TABLE IF NOT EXISTS vehicle("
                + "key TEXT PRIMARY KEY, tolerance TEXT NOT NULL, "
                + "test_permitted INTEGER NOT NULL, phase_switching INTEGER NOT NULL, "
                + "label TEXT NOT NULL, changed_millis INTEGER NOT NULL)");
        try (ResultSet checked = statement.executeQuery("PRAGMA quick_check(1)")) {
          if (!checked.next() || !checked.getString(1).equals("ok")) {
            throw new DatabaseFile.Unsound("the check of the file found: " + checked.getString(1));
          }
        }
      } catch (SQLException e) {
        connection.close();
        throw e;
      }
      return new VehicleStore(path, vehiclesMax, connection);
    } catch (SQLException e) {
      throw failed(path, "expected an SQLite database that can be written", e);
    }
  }

  /** What is remembered under a key; a row that cannot be read is no knowledge. */
  public Optional<KnownVehicle> find(VehicleKey key) throws VehicleStoreException {
    String query = "SELECT " + COLUMNS + " FROM vehicle WHERE key = ?";
    try (PreparedStatement select = connection.prepareStatement(query)) {
      select.setString(1, key.text());
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? vehicle(row) : Optional.empty();
      }
    } catch (SQLException e) {
      throw failed(path, "expected to read a vehicle", e);
    }
  }

  /** Every vehicle, the last changed first. */
  public List<KnownVehicle> all() throws VehicleStoreException {
    String query = "SELECT " + COLUMNS + " FROM vehicle ORDER BY changed_millis DESC, key";
    List<KnownVehicle> vehicles = new ArrayList<>();
    try (Statement select = connection.createStatement();
        ResultSet row = select.executeQuery(query)) {
      while (row.next()) {
        vehicle(row).ifPresent(vehicles::add);
      }
      return List.copyOf(vehicles);
    } catch (SQLException e) {
      throw failed(path, "expected to read the vehicles", e);
    }
  }

  /** Remembers, or remembers otherwise. */
  public void put(KnownVehicle vehicle, Instant now) throws VehicleStoreException {
    String insert =
        "INSERT OR REPLACE INTO vehicle(" + COLUMNS + ", changed_millis) VALUES (?, ?, ?, ?, ?, ?)";
    // Prepared anew each time: after a full disk a statement that is kept does not work again.
    try (PreparedStatement statement = connection.prepareStatement(insert)) {
      statement.setString(1, vehicle.key().text());
      statement.setString(2, PauseToleranceText.write(vehicle.tolerance()));
      statement.setBoolean(3, vehicle.testPermitted());
      statement.setBoolean(4, vehicle.phaseSwitching());
      statement.setString(5, vehicle.label());
      statement.setLong(6, now.toEpochMilli());
      statement.executeUpdate();
      trim();
    } catch (SQLException e) {
      throw failed(path, "expected to store a vehicle", e);
    }
  }

  /**
   * Forgets a vehicle.
   *
   * @return whether it was known
   */
  public boolean remove(VehicleKey key) throws VehicleStoreException {
    try (PreparedStatement delete =
        connection.prepareStatement("DELETE FROM vehicle WHERE key = ?")) {
      delete.setString(1, key.text());
      return delete.executeUpdate() > 0;
    } catch (SQLException e) {
      throw failed(path, "expected to forget a vehicle", e);
    }
  }

  /** Limits the file's size in pages of 4 KiB; a full file behaves as a full disk does. */
  void limitPages(int pages) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA max_page_count=" + pages);
    }
  }

  /** What somebody has set stays; what was learned longest ago goes. */
  private void trim() throws SQLException {
    try (PreparedStatement delete =
        connection.prepareStatement(
            "DELETE FROM vehicle WHERE key IN (SELECT key FROM vehicle"
                + " WHERE tolerance LIKE '%;LEARNED;%' ORDER BY changed_millis DESC, key"
                + " LIMIT -1 OFFSET ?)")) {
      delete.setInt(1, vehiclesMax);
      delete.executeUpdate();
    }
  }

  private static Optional<KnownVehicle> vehicle(ResultSet row) throws SQLException {
    Optional<PauseTolerance> tolerance = PauseToleranceText.read(row.getString(2));
    if (tolerance.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new KnownVehicle(
              new VehicleKey(row.getString(1)),
              tolerance.get(),
              row.getBoolean(3),
              row.getBoolean(4),
              row.getString(5)));
    } catch (IllegalArgumentException damaged) {
      // A key or label that no writer of ours produces.
      return Optional.empty();
    }
  }

  private static VehicleStoreException failed(Path path, String expected, SQLException cause) {
    return new VehicleStoreException(
        "vehicles " + path + ": " + expected + ", got: " + cause.getMessage(), cause);
  }

  @Override
  public void close() throws VehicleStoreException {
    try {
      connection.close();
    } catch (SQLException e) {
      throw failed(path, "expected to close the database", e);
    }
  }
}
