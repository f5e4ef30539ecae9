/**
 * Hostile input: whatever comes, the codec decodes it or throws its own exception, within its
 * bounds.
 */
@NullMarked
package energy.ebbflow.iso15118.message.hostile;

import org.jspecify.annotations.NullMarked;
