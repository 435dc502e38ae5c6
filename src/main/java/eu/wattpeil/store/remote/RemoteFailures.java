package eu.wattpeil.store.remote;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.file.AccessDeniedException;

/** What a user is told of a remote that does not do what it should. */
final class RemoteFailures {

    private RemoteFailures() {}

    /**
     * One message, without the long ones of the file system, which may name keys.
     *
     * @param what could not be done, as in {@code Cannot read s3a://bucket}
     */
    static RemoteException because(String what, IOException cause) {
        return new RemoteException(what + ": " + reason(cause), cause);
    }

    private static String reason(IOException cause) {
        for (Throwable it = cause; it != null; it = it.getCause()) {
            String type = it.getClass().getSimpleName();
            if (type.equals("UnknownStoreException") || type.equals("NoSuchBucketException")) {
                return "there is no such bucket, expected it to be made before";
            }
            if (type.equals("NoAuthWithAWSException")
                    || type.equals("CredentialInitializationException")) {
                return "no credentials were found, expected AWS_ACCESS_KEY_ID and"
                        + " AWS_SECRET_ACCESS_KEY, a role of this machine, or fs.s3a.access.key and"
                        + " fs.s3a.secret.key under options";
            }
            if (it instanceof AccessDeniedException || type.equals("AccessControlException")) {
                return "access was refused, expected credentials that may list, read, write and"
                        + " delete there";
            }
            if (it instanceof UnknownHostException) {
                return "its host is not known";
            }
            if (it instanceof ConnectException
                    || it instanceof NoRouteToHostException
                    || it instanceof SocketTimeoutException
                    || type.equals("ConnectTimeoutException")) {
                return "its server cannot be reached, expected it to answer; where it is back the"
                        + " next run goes on from here";
            }
        }
        String type = cause.getClass().getSimpleName();
        String message = String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
        return message.isEmpty() || message.equals("null") ? type : type + ": " + message;
    }
}
